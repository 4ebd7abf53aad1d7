package ai.backtestr.render.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The fonts of a chart in one size, and how much room texts of that size take. They come with the program, so that
/// a picture looks the same on every machine; all digits of Roboto have one width, so numbers stand still while
/// they change.
///
/// Threads: confined to the FX thread.
final class ChartFonts {
    private static final Font REGULAR = load("Roboto-Regular.ttf", 12);
    private static final Font MEDIUM = load("Roboto-Medium.ttf", 12);
    private static final double TITLE_SIZE = 14;

    /// Those of the usual size.
    static final ChartFonts USUAL = new ChartFonts(1);

    private final double scale;
    private final GlyphAdvances regular;
    private final GlyphAdvances medium;
    private final GlyphAdvances title;

    private ChartFonts(double scale) {
        this.scale = scale;
        regular = new GlyphAdvances(scaled(REGULAR, REGULAR.getSize()));
        medium = new GlyphAdvances(scaled(MEDIUM, MEDIUM.getSize()));
        title = new GlyphAdvances(scaled(MEDIUM, TITLE_SIZE));
    }

    private Font scaled(Font font, double size) {
        return size * scale == font.getSize() ? font : new Font(font.getName(), size * scale);
    }

    private static Font load(String file, double size) {
        try (InputStream stream = ChartFonts.class.getResourceAsStream(file)) {
            Font font = stream == null ? null : Font.loadFont(stream, size);
            return font == null ? Font.font("System", size) : font;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + file + " from the program's own files", e);
        }
    }

    /// Returns those of another size.
    ///
    /// @param scale by how much they are larger than usual, above 0
    static ChartFonts of(double scale) {
        return scale == 1 ? USUAL : new ChartFonts(scale);
    }

    /// Returns a length, in logical pixels, that fits texts of the usual size, as it fits those of this one.
    double length(double usual) {
        return scale == 1 ? usual : Math.rint(usual * scale);
    }

    GlyphAdvances regular() {
        return regular;
    }

    GlyphAdvances medium() {
        return medium;
    }

    GlyphAdvances title() {
        return title;
    }
}
