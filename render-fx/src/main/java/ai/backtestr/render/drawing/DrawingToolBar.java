package ai.backtestr.render.drawing;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// The tools, one below the other.
final class DrawingToolBar extends VBox {
    private static final String POINTER = "M4 2 L12 9 L8.5 9.5 L10.5 13.5 L9 14 L7 10 L4 12.5 Z";
    private static final String MAGNET = "M3 2 V8 A5 5 0 0 0 13 8 V2 H10 V8 A2 2 0 0 1 6 8 V2 Z M3 5 H6 M10 5 H13";
    private static final String LOCK = "M4 7 H12 V14 H4 Z M5.5 7 V5 A2.5 2.5 0 0 1 10.5 5 V7";
    private static final String EYE = "M1 8 Q8 1 15 8 Q8 15 1 8 Z M6 8 A2 2 0 1 0 10 8 A2 2 0 1 0 6 8";
    private static final String UNDO = "M6 3 L2 6.5 L6 10 M2 6.5 H10 A3.5 3.5 0 0 1 10 13.5 H6";
    private static final String REDO = "M10 3 L14 6.5 L10 10 M14 6.5 H6 A3.5 3.5 0 0 0 6 13.5 H10";
    private static final String BIN = "M3 4.5 H13 M6 4.5 V2.5 H10 V4.5 M4.5 4.5 L5.5 14 H10.5 L11.5 4.5";

    private final DrawingBoard board;

    DrawingToolBar(DrawingBoard board) {
        this.board = board;
        setId("drawing-tools");
        getStyleClass().add("drawing-tools");
        setSpacing(1);
        setPadding(new Insets(6, 3, 6, 3));
        getChildren().add(pointer());
        for (DrawingKind kind : DrawingKind.values()) {
            getChildren().add(tool(kind));
        }
        getChildren()
                .addAll(
                        new Separator(),
                        toggle("drawing-magnet", MAGNET, "Magnet: snap to bars and ticks", board.magnet()),
                        toggle("drawing-lock", LOCK, "Keep the tool after drawing", board.keepingTool()),
                        toggle("drawing-shown", EYE, "Show drawings", board.shown()),
                        new Separator(),
                        button("drawing-undo", UNDO, "Undo (Ctrl+Z)", board::undo),
                        button("drawing-redo", REDO, "Redo (Ctrl+Shift+Z)", board::redo),
                        button(
                                "drawing-clear",
                                BIN,
                                "Remove all drawings",
                                () -> board.set().clear()));
    }

    private ToggleButton pointer() {
        ToggleButton button = new ToggleButton();
        dress(button, "tool-POINTER", POINTER, "Select and move (Esc)");
        button.setOnAction(event -> take(null));
        board.tool().subscribe(now -> button.setSelected(now == null));
        return button;
    }

    private ToggleButton tool(DrawingKind kind) {
        ToggleButton button = new ToggleButton();
        dress(
                button,
                "tool-" + kind,
                kind.icon(),
                kind.title() + " (Alt+" + kind.key().getName() + ")");
        button.setOnAction(event -> take(kind));
        board.tool().subscribe(now -> button.setSelected(now == kind));
        return button;
    }

    private void take(@Nullable DrawingKind kind) {
        board.tool().set(kind);
        board.chart().requestFocus();
    }

    private static ToggleButton toggle(String id, String icon, String words, BooleanProperty property) {
        ToggleButton button = new ToggleButton();
        dress(button, id, icon, words);
        button.selectedProperty().bindBidirectional(property);
        return button;
    }

    private static Button button(String id, String icon, String words, Runnable action) {
        Button button = new Button();
        dress(button, id, icon, words);
        button.setOnAction(event -> action.run());
        return button;
    }

    static void dress(ButtonBase button, String id, String icon, String words) {
        button.setId(id);
        button.getStyleClass().add("drawing-tool");
        button.setGraphic(icon(icon));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    private static Node icon(String path) {
        SVGPath icon = new SVGPath();
        icon.setContent(path);
        icon.setStrokeWidth(1.3);
        icon.getStyleClass().add("drawing-icon");
        return icon;
    }
}
