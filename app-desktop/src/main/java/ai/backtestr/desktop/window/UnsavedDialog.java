package ai.backtestr.desktop.window;

import ai.backtestr.desktop.editor.CodePane;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/// Asks what is to become of sources that are not saved, before the window closes.
final class UnsavedDialog {
    private static final ButtonType SAVE = new ButtonType("Save", ButtonBar.ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType("Discard", ButtonBar.ButtonData.NO);

    private UnsavedDialog() {}

    /// Tells whether the window may close; what was to be saved is then on its way to the disk.
    static boolean mayClose(Window owner, CodePane code) {
        List<String> unsaved = code.unsaved();
        if (unsaved.isEmpty()) {
            return true;
        }
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", SAVE, DISCARD, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.getDialogPane().setId("unsaved-dialog");
        alert.setTitle("Not saved");
        alert.setHeaderText("Not saved: " + String.join(", ", unsaved));
        alert.setContentText("What was typed is lost if it is discarded.");
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.filter(SAVE::equals).isPresent()) {
            code.saveAll();
            return true;
        }
        return answer.filter(DISCARD::equals).isPresent();
    }
}
