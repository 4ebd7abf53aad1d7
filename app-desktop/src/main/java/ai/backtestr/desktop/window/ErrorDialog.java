package ai.backtestr.desktop.window;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// All that is known of an error: what the bottom line says of it in full, the stack where there is one, and ways to
/// the log. The window can be used beside it. FX thread only.
final class ErrorDialog {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 420;

    private ErrorDialog() {}

    /// Opens it.
    ///
    /// @param text what the user was told
    /// @param details what else is known, such as a stack; empty for nothing
    /// @param onLog shows the log
    /// @param onFolder shows the folder that the log is in
    static void show(Window owner, String text, String details, Runnable onLog, Runnable onFolder) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Details of the error");
        dialog.setResizable(true);
        dialog.getDialogPane().setId("error-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        dialog.getDialogPane().setContent(content(text, details, onLog, onFolder));
        dialog.show();
    }

    private static VBox content(String text, String details, Runnable onLog, Runnable onFolder) {
        Label message = new Label(text);
        message.setId("error-message");
        message.setWrapText(true);
        message.setMinHeight(Label.USE_PREF_SIZE);
        String all = details.isEmpty() ? text : details;
        TextArea trace = new TextArea(all);
        trace.setId("error-details");
        trace.setEditable(false);
        trace.getStyleClass().add("explanation");
        trace.setAccessibleText("Details of the error");
        VBox.setVgrow(trace, Priority.ALWAYS);
        HBox buttons = new HBox(
                button(
                        "error-copy",
                        "Copy",
                        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, all))),
                button("error-log", "Show the log", onLog),
                button("error-folder", "Open log folder", onFolder));
        buttons.getStyleClass().add("form-line");
        VBox content = new VBox(message, trace, buttons);
        content.getStyleClass().add("form");
        return content;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
