package ai.backtestr.render.drawing;

import java.util.List;
import javafx.scene.paint.Color;

/// How a drawing looks.
///
/// @param colour opaque
/// @param width of its lines, logical pixels, 1 to 4
/// @param pattern of its lines
public record DrawingStyle(Color colour, double width, LinePattern pattern) {
    /// The thickest line.
    public static final double WIDEST = 4;

    /// Colours to choose from. Each has a contrast of 3:1 or more against the grounds of all themes.
    public static final List<Color> COLOURS = List.of(
            Color.web("#3B82F6"),
            Color.web("#0E9384"),
            Color.web("#4D8F2B"),
            Color.web("#B7791F"),
            Color.web("#E4572E"),
            Color.web("#DB4C8A"),
            Color.web("#9B5DE5"),
            Color.web("#7C8899"));

    /// What a drawing looks like unless something else is chosen.
    public static final DrawingStyle DEFAULT = new DrawingStyle(COLOURS.getFirst(), 2, LinePattern.SOLID);

    public DrawingStyle {
        if (!(width >= 1 && width <= WIDEST)) {
            throw new IllegalArgumentException("a line of " + width + " pixels is outside 1 to " + WIDEST);
        }
    }

    DrawingStyle withColour(Color other) {
        return new DrawingStyle(other, width, pattern);
    }

    DrawingStyle withWidth(double other) {
        return new DrawingStyle(colour, other, pattern);
    }

    DrawingStyle withPattern(LinePattern other) {
        return new DrawingStyle(colour, width, other);
    }
}
