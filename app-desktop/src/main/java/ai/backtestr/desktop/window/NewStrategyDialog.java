package ai.backtestr.desktop.window;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.stage.Window;

/// Asks what a new strategy is to be called.
final class NewStrategyDialog {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*");

    private NewStrategyDialog() {}

    static Optional<String> ask(Window owner) {
        TextQuestion question = new TextQuestion(
                owner,
                "strategy-dialog",
                "New strategy",
                "Writes a source file to edit. It runs again whenever it is saved.",
                "Name",
                "my-strategy");
        return question.ask(name -> NAME.matcher(name).matches()
                ? ""
                : "take letters and digits, a letter first, with hyphens between words: my-strategy");
    }
}
