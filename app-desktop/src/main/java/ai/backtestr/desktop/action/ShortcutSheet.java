package ai.backtestr.desktop.action;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Shows all keys there are. The window can be used beside it.
public final class ShortcutSheet {
    private static final double COLUMN_WIDTH = 350;
    private static final double HEIGHT = 900;
    private static final double MARGIN = 40;
    private static final int MOST_COLUMNS = 4;
    private static final int LINES_OF_TITLE = 2;

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
        int columns = Math.clamp((long) ((owner.getWidth() - 2 * MARGIN) / COLUMN_WIDTH), 1, MOST_COLUMNS);
        dialog.getDialogPane().setContent(content(actions, columns));
        dialog.getDialogPane()
                .setPrefSize(
                        Math.min(columns * COLUMN_WIDTH + MARGIN, owner.getWidth() - MARGIN),
                        Math.min(HEIGHT, owner.getHeight() - MARGIN));
        dialog.setResultConverter(button -> {
            if (button == print) {
                onPrint.run();
            }
            return null;
        });
        dialog.show();
    }

    /// Sections stay whole, and in their order.
    private static ScrollPane content(ActionRegistry actions, int count) {
        Map<String, List<ShortcutPage.Line>> sections = ShortcutPage.lines(actions);
        int all = sections.values().stream()
                .mapToInt(lines -> lines.size() + LINES_OF_TITLE)
                .sum();
        VBox[] columns = new VBox[count];
        Arrays.setAll(columns, i -> new VBox());
        int before = 0;
        for (Map.Entry<String, List<ShortcutPage.Line>> section : sections.entrySet()) {
            int length = section.getValue().size() + LINES_OF_TITLE;
            int column = Math.min(count - 1, (before + length / 2) * count / all);
            columns[column].getChildren().add(section(section.getKey(), section.getValue()));
            before += length;
        }
        HBox row = new HBox(columns);
        row.getStyleClass().add("shortcut-columns");
        for (VBox column : columns) {
            column.getStyleClass().add("shortcut-column");
            column.setPrefWidth(COLUMN_WIDTH);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        ScrollPane scroll = new ScrollPane(row);
        scroll.setId("shortcut-scroll");
        scroll.setFitToWidth(true);
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
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(lines.get(i).does());
            does.setWrapText(true);
            rows.addRow(i, keys, does);
            GridPane.setValignment(keys, VPos.TOP);
        }
        return new VBox(6, head, rows);
    }
}
