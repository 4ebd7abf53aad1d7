package ai.backtestr.desktop.action;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Shows all keys there are. The window can be used beside it.
public final class ShortcutSheet {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 640;

    private ShortcutSheet() {}

    /// Opens it over `owner`.
    ///
    /// @param onPrint has [ShortcutPage#html] printed
    public static void show(Window owner, ActionRegistry actions, Runnable onPrint) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Shortcuts");
        dialog.setResizable(true);
        ButtonType print = new ButtonType("Print…", ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().setId("shortcuts");
        dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(print, ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content(actions));
        dialog.getDialogPane()
                .setPrefSize(Math.min(WIDTH, owner.getWidth() - 40), Math.min(HEIGHT, owner.getHeight() - 40));
        dialog.setResultConverter(button -> {
            if (button == print) {
                onPrint.run();
            }
            return null;
        });
        dialog.show();
    }

    private static ScrollPane content(ActionRegistry actions) {
        FlowPane columns = new FlowPane(Orientation.VERTICAL);
        columns.getStyleClass().add("shortcut-columns");
        columns.setPrefWrapLength(HEIGHT * 0.78);
        ShortcutPage.lines(actions)
                .forEach((title, lines) -> columns.getChildren().add(section(title, lines)));
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private static Node section(String title, List<ShortcutPage.Line> lines) {
        Label head = new Label(title);
        head.getStyleClass().add("pane-title");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("shortcut-rows");
        for (int i = 0; i < lines.size(); i++) {
            Label keys = new Label(lines.get(i).keys());
            keys.getStyleClass().add("shortcut-keys");
            rows.addRow(i, keys, new Label(lines.get(i).does()));
        }
        return new VBox(6, head, rows);
    }
}
