package ai.backtestr.desktop.window;

import ai.backtestr.engine.time.Times;
import java.time.DateTimeException;
import java.util.OptionalLong;
import javafx.stage.Window;

/// Asks for a moment to show.
final class GoToDialog {
    private GoToDialog() {}

    /// @param shown the moment in the middle of the chart
    static OptionalLong ask(Window owner, long shown) {
        TextQuestion question = new TextQuestion(
                owner,
                "goto-dialog",
                "Go to",
                "A day or a moment in UTC, such as 2020-03-09 or 2020-03-09T14:30:05.250",
                "Time",
                Times.format(shown).substring(0, "2020-01-01T00:00".length()));
        return question.ask(GoToDialog::problem)
                .map(typed -> OptionalLong.of(Times.parse(typed)))
                .orElse(OptionalLong.empty());
    }

    /// Tells what is wrong with a moment that is typed; empty for nothing.
    static String problem(String text) {
        try {
            Times.parse(text);
            return "";
        } catch (DateTimeException | ArithmeticException e) {
            return "'" + text + "' is no day or moment; take one like 2020-03-09 or 2020-03-09 14:30";
        }
    }
}
