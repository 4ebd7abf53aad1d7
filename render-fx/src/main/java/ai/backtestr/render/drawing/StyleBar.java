package ai.backtestr.render.drawing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Changes the selected drawing in place: colour, width and pattern of its lines, a copy of it, its end. It takes
/// more lines where the chart is narrow.
final class StyleBar extends FlowPane {
    private static final String COPY = "M2.5 5.5 H10.5 V13.5 H2.5 Z M5.5 5.5 V2.5 H13.5 V10.5 H10.5";
    private static final String BIN = "M3 4.5 H13 M6 4.5 V2.5 H10 V4.5 M4.5 4.5 L5.5 14 H10.5 L11.5 4.5";

    private final DrawingBoard board;
    private final Map<ToggleButton, UnaryOperator<DrawingStyle>> choices = new LinkedHashMap<>();

    StyleBar(DrawingBoard board) {
        this.board = board;
        setId("drawing-style");
        getStyleClass().add("drawing-style");
        setAlignment(Pos.CENTER);
        setPrefWrapLength(Double.MAX_VALUE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        for (Color colour : DrawingStyle.COLOURS) {
            addColour(colour);
        }
        for (int width = 1; width <= DrawingStyle.WIDEST; width++) {
            addWidth(width);
        }
        for (LinePattern pattern : LinePattern.values()) {
            addPattern(pattern);
        }
        Button copy = new Button();
        DrawingToolBar.dress(copy, "style-copy", COPY, "Duplicate (Ctrl+D)");
        copy.setOnAction(event -> board.duplicateSelected());
        Button delete = new Button();
        DrawingToolBar.dress(delete, "style-delete", BIN, "Delete (Del)");
        delete.setOnAction(event -> board.deleteSelected());
        getChildren().addAll(copy, delete);
    }

    /// One line, where there is room for it.
    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        for (Node child : getManagedChildren()) {
            width += snapSizeX(Math.max(child.minWidth(-1), child.prefWidth(-1))) + snapSpaceX(getHgap());
        }
        return width;
    }

    /// Shows how a drawing looks.
    void show(Drawing drawing) {
        DrawingStyle style = drawing.style();
        choices.forEach(
                (button, change) -> button.setSelected(change.apply(style).equals(style)));
    }

    private void addColour(Color colour) {
        String name = "#" + colour.toString().substring(2, 8).toUpperCase(Locale.ROOT);
        add(
                "style-colour-" + name.substring(1),
                new Circle(6, colour),
                "Colour " + name,
                style -> style.withColour(colour));
    }

    private void addWidth(int width) {
        add("style-width-" + width, line(width), "Width " + width, style -> style.withWidth(width));
    }

    private void addPattern(LinePattern pattern) {
        Line sample = line(2);
        switch (pattern) {
            case SOLID -> sample.getStrokeDashArray().clear();
            case DASHED -> sample.getStrokeDashArray().setAll(5.0, 3.0);
            case DOTTED -> sample.getStrokeDashArray().setAll(2.0, 2.0);
        }
        String name = pattern.name().toLowerCase(Locale.ROOT);
        add("style-" + name, sample, "Line " + name, style -> style.withPattern(pattern));
    }

    private static Line line(double width) {
        Line line = new Line(0, 0, 13, 0);
        line.setStrokeWidth(width);
        line.getStyleClass().add("drawing-icon-line");
        return line;
    }

    private void add(String id, Node graphic, String words, UnaryOperator<DrawingStyle> change) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        button.getStyleClass().add("drawing-tool");
        button.setGraphic(graphic);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> board.selectedDrawing().ifPresent(drawing -> {
            board.restyle(change.apply(drawing.style()));
            show(drawing.withStyle(change.apply(drawing.style()))); // what was chosen stays chosen
        }));
        choices.put(button, change);
        getChildren().add(button);
    }
}
