package ai.backtestr.render.drawing;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Changes the selected drawing in place: colour, width and pattern of its lines, a copy of it, its end.
final class StyleBar extends HBox {
    private static final String COPY = "M2.5 5.5 H10.5 V13.5 H2.5 Z M5.5 5.5 V2.5 H13.5 V10.5 H10.5";
    private static final String BIN = "M3 4.5 H13 M6 4.5 V2.5 H10 V4.5 M4.5 4.5 L5.5 14 H10.5 L11.5 4.5";

    private final DrawingBoard board;

    StyleBar(DrawingBoard board) {
        this.board = board;
        setId("drawing-style");
        getStyleClass().add("drawing-style");
        setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// Shows how a drawing looks.
    void show(Drawing drawing) {
        DrawingStyle style = drawing.style();
        getChildren().clear();
        for (Color colour : DrawingStyle.COLOURS) {
            getChildren().add(colour(style, colour));
        }
        for (int width = 1; width <= DrawingStyle.WIDEST; width++) {
            getChildren().add(width(style, width));
        }
        for (LinePattern pattern : LinePattern.values()) {
            getChildren().add(pattern(style, pattern));
        }
        Button copy = new Button();
        DrawingToolBar.dress(copy, "style-copy", COPY, "Duplicate (Ctrl+D)");
        copy.setOnAction(event -> board.duplicateSelected());
        Button delete = new Button();
        DrawingToolBar.dress(delete, "style-delete", BIN, "Delete (Del)");
        delete.setOnAction(event -> board.deleteSelected());
        getChildren().addAll(copy, delete);
    }

    private ToggleButton colour(DrawingStyle style, Color colour) {
        Circle swatch = new Circle(6, colour);
        String name = "#" + colour.toString().substring(2, 8).toUpperCase(Locale.ROOT);
        return choice(
                "style-colour-" + name.substring(1),
                swatch,
                "Colour " + name,
                style.colour().equals(colour),
                style.withColour(colour));
    }

    private ToggleButton width(DrawingStyle style, int width) {
        return choice(
                "style-width-" + width, line(width), "Width " + width, style.width() == width, style.withWidth(width));
    }

    private ToggleButton pattern(DrawingStyle style, LinePattern pattern) {
        Line sample = line(2);
        switch (pattern) {
            case SOLID -> sample.getStrokeDashArray().clear();
            case DASHED -> sample.getStrokeDashArray().setAll(5.0, 3.0);
            case DOTTED -> sample.getStrokeDashArray().setAll(2.0, 2.0);
        }
        String name = pattern.name().toLowerCase(Locale.ROOT);
        return choice("style-" + name, sample, "Line " + name, style.pattern() == pattern, style.withPattern(pattern));
    }

    private static Line line(double width) {
        Line line = new Line(0, 0, 13, 0);
        line.setStrokeWidth(width);
        line.getStyleClass().add("drawing-icon-line");
        return line;
    }

    private ToggleButton choice(String id, Node graphic, String words, boolean chosen, DrawingStyle style) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        button.getStyleClass().add("drawing-tool");
        button.setGraphic(graphic);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setSelected(chosen);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> board.restyle(style));
        return button;
    }
}
