package ai.backtestr.render.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The fonts of the chart. They come with the program, so that a picture looks the same on every machine; all
/// digits of Roboto have one width, so numbers stand still while they change.
final class ChartFonts {
    static final Font REGULAR = load("Roboto-Regular.ttf", 12);
    static final Font MEDIUM = load("Roboto-Medium.ttf", 12);
    static final Font TITLE = load("Roboto-Medium.ttf", 14);

    static final GlyphAdvances REGULAR_ADVANCES = new GlyphAdvances(REGULAR);
    static final GlyphAdvances MEDIUM_ADVANCES = new GlyphAdvances(MEDIUM);
    static final GlyphAdvances TITLE_ADVANCES = new GlyphAdvances(TITLE);

    private ChartFonts() {}

    private static Font load(String file, double size) {
        try (InputStream stream = ChartFonts.class.getResourceAsStream(file)) {
            Font font = stream == null ? null : Font.loadFont(stream, size);
            return font == null ? Font.font("System", size) : font;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + file + " from the program's own files", e);
        }
    }
}
