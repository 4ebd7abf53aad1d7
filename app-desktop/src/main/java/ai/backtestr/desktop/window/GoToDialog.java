package ai.backtestr.desktop.window;

import ai.backtestr.engine.time.WallClock;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/// Asks for a moment to show.
final class GoToDialog {
    private GoToDialog() {}

    /// @param shown the moment in the middle of the chart
    /// @param clock the clock whose times are shown
    static OptionalLong ask(Window owner, long shown, WallClock clock) {
        TextInputDialog dialog =
                new TextInputDialog(clock.formatLocal(shown).substring(0, "2020-01-01T00:00".length()));
        dialog.initOwner(owner);
        dialog.setTitle("Go to");
        dialog.setHeaderText(
                "A day or a moment in " + clock.name() + ", such as 2020-03-09 or 2020-03-09T14:30:05.250");
        dialog.setContentText("Time");
        Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
        dialog.getEditor()
                .textProperty()
                .subscribe(text -> ok.setDisable(parse(text, clock).isEmpty()));
        Optional<String> typed = dialog.showAndWait();
        return typed.isEmpty() ? OptionalLong.empty() : parse(typed.get(), clock);
    }

    private static OptionalLong parse(String text, WallClock clock) {
        try {
            return OptionalLong.of(clock.parse(text.strip()));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
