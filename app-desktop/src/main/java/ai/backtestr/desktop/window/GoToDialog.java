package ai.backtestr.desktop.window;

import ai.backtestr.engine.time.WallClock;
import java.time.DateTimeException;
import java.util.OptionalLong;
import javafx.stage.Window;

/// Asks for a moment to show.
final class GoToDialog {
    private GoToDialog() {}

    /// @param shown the moment in the middle of the chart
    /// @param clock the clock whose times are shown and typed
    static OptionalLong ask(Window owner, long shown, WallClock clock) {
        TextQuestion question = new TextQuestion(
                owner,
                "goto-dialog",
                "Go to",
                "A day or a moment in " + clock.name() + ", such as 2020-03-09 or 2020-03-09T14:30:05.250",
                "Time",
                clock.formatLocal(shown).substring(0, "2020-01-01T00:00".length()));
        return question.ask(text -> problem(text, clock))
                .map(typed -> OptionalLong.of(clock.parse(typed)))
                .orElse(OptionalLong.empty());
    }

    /// Tells what is wrong with a moment that is typed; empty for nothing.
    static String problem(String text, WallClock clock) {
        try {
            long _ = clock.parse(text);
            return "";
        } catch (DateTimeException | ArithmeticException e) {
            return "'" + text + "' is no day or moment; take one like 2020-03-09 or 2020-03-09 14:30";
        }
    }
}
