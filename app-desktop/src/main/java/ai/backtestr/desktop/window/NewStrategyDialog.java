package ai.backtestr.desktop.window;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/// Asks what a new strategy is to be called.
final class NewStrategyDialog {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*");

    private NewStrategyDialog() {}

    static Optional<String> ask(Window owner) {
        TextInputDialog dialog = new TextInputDialog("my-strategy");
        dialog.initOwner(owner);
        dialog.setTitle("New strategy");
        dialog.setHeaderText("Writes a source file to edit. It runs again whenever it is saved.");
        dialog.setContentText("Name");
        Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
        dialog.getEditor()
                .textProperty()
                .subscribe(text -> ok.setDisable(!NAME.matcher(text.strip()).matches()));
        return dialog.showAndWait().map(String::strip);
    }
}
