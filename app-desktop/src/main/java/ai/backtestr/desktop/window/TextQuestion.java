package ai.backtestr.desktop.window;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;

/// Asks for a line of text. What does not fit is said under the field while it is typed, and is not taken. FX
/// thread only.
final class TextQuestion {
    private static final double WIDTH = 460;

    private final TextInputDialog dialog;
    private final FormRow row;
    private final Node ok;

    /// @param id what the dialog is found by, its field by the same with `-text`
    /// @param question what is asked, and what an answer looks like
    /// @param name of what is typed
    TextQuestion(Window owner, String id, String title, String question, String name, String proposed) {
        dialog = new TextInputDialog(proposed);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(question);
        dialog.setGraphic(null);
        TextField field = dialog.getEditor();
        field.setId(id + "-text");
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        row = new FormRow(name, question, field);
        dialog.getDialogPane().setId(id);
        dialog.getDialogPane().setContent(row);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
    }

    /// Asks.
    ///
    /// @param problem tells what is wrong with a text that is typed, less the blanks around it; empty for nothing
    /// @return what was typed, less the blanks around it; nothing if the user leaves it
    Optional<String> ask(UnaryOperator<String> problem) {
        dialog.getEditor().textProperty().subscribe(typed -> check(problem.apply(typed.strip())));
        return dialog.showAndWait().map(String::strip);
    }

    private void check(String problem) {
        row.show(problem);
        ok.setDisable(!problem.isEmpty());
        Window shown = dialog.getDialogPane().getScene().getWindow();
        if (shown != null) {
            shown.sizeToScene();
        }
    }
}
