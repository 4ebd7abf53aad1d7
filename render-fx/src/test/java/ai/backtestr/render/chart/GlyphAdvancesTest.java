package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.fixture.FxThread;
import java.util.Random;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class GlyphAdvancesTest {
    private static final long SEED = 11;

    @Test
    void shouldMeasureAsTheToolkitLaysOut() throws Exception {
        Random random = new Random(SEED);
        FxThread.run(() -> {
            for (GlyphAdvances font :
                    new GlyphAdvances[] {ChartFonts.USUAL.regular(), ChartFonts.USUAL.medium(), ChartFonts.USUAL.title()
                    }) {
                for (int i = 0; i < 500; i++) {
                    StringBuilder text = new StringBuilder();
                    for (int letters = random.nextInt(1, 40); letters > 0; letters--) {
                        text.append((char) random.nextInt('!', 127));
                    }
                    assertWidth(font, text.toString());
                }
                assertWidth(font, "");
                assertWidth(font, "Größe 5 °C");
                assertWidth(font, "120 µs");
                assertWidth(font, "\u0645\u0631\u062d\u0628\u0627"); // letters that are joined
            }
        });
    }

    @Test
    void shouldMeasureALineAsTheTextItReads() throws Exception {
        FxThread.run(() -> {
            TextParts line = new TextParts()
                    .number(1_234_567_890, 5)
                    .add(" (")
                    .number(-42, 2)
                    .add("%)");

            assertThat(ChartFonts.USUAL.regular().width(line))
                    .isCloseTo(
                            laidOut(ChartFonts.USUAL.regular(), line.toString()),
                            org.assertj.core.data.Offset.offset(1e-4));
        });
    }

    private static void assertWidth(GlyphAdvances font, String text) {
        assertThat(font.width(text)).as("%s, seed %d", text, SEED).isEqualTo(laidOut(font, text));
    }

    private static double laidOut(GlyphAdvances font, String text) {
        Text node = new Text(text);
        node.setFont(font.font());
        return node.getLayoutBounds().getWidth();
    }
}
