package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A font with the widths of its letters, each measured once, which texts of letters without joins are as wide as
/// the sum of. So a text that is another one in every frame is measured without being laid out.
///
/// Threads: confined to the FX thread.
final class GlyphAdvances {
    /// The end of Latin-1; in what follows letters may be joined or turned.
    private static final int SIMPLE = 256;

    private static final char FIRST_PRINTED = ' ';

    private final Font font;
    private final float[] advances = new float[SIMPLE];

    GlyphAdvances(Font font) {
        this.font = font;
        Arrays.fill(advances, Float.NaN);
    }

    Font font() {
        return font;
    }

    /// Returns the width of a text in logical pixels.
    double width(String text) {
        float width = 0; // as the toolkit adds them up
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < FIRST_PRINTED || letter >= SIMPLE) {
                return laidOut(text);
            }
            width += advance(letter);
        }
        return width;
    }

    private float advance(char letter) {
        float known = advances[letter];
        if (Float.isNaN(known)) {
            known = (float) laidOut(String.valueOf(letter));
            advances[letter] = known;
        }
        return known;
    }

    private double laidOut(String text) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }

    /// Returns the width of a line in logical pixels.
    double width(TextParts line) {
        double width = 0;
        for (int i = 0; i < line.count(); i++) {
            width += width(line.part(i));
        }
        return width;
    }

    /// Paints a line from `x` on, in the fill and with the baseline that are set. Sets the font.
    void paint(GraphicsContext g, TextParts line, double x, double y) {
        g.setFont(font);
        double at = x;
        for (int i = 0; i < line.count(); i++) {
            g.fillText(line.part(i), at, y);
            at += width(line.part(i));
        }
    }
}
