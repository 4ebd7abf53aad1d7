package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.ListedBars;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of a chart in other sizes.
class TextSizeTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;

    private static PriceChart chart() {
        PriceChart chart = new PriceChart();
        chart.setTitle("WALK", "1m");
        chart.setBars(ListedBars.randomWalk(600, 11));
        return chart;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.25, 1.5})
    void shouldGiveTextsTheirSizeAndRoom(double scale) throws Exception {
        FxThread.run(() -> {
            PriceChart usual = chart();
            PriceChart chart = chart();
            chart.setTextScale(scale);
            int usualInk = inkedRows(
                    ChartPicture.render(usual, WIDTH, HEIGHT), usual.geometry().layout());
            int ink = inkedRows(
                    ChartPicture.render(chart, WIDTH, HEIGHT), chart.geometry().layout());

            assertThat(chart.plotView().font().getSize()).isEqualTo(12 * scale);
            assertThat(chart.plotView().font().getFamily())
                    .isEqualTo(usual.plotView().font().getFamily());
            assertThat(widthOf(chart)).isCloseTo(scale * widthOf(usual), within(0.02 * scale * widthOf(usual)));
            assertThat((double) ink).isCloseTo(scale * usualInk, within(2.0));
        });
    }

    private static double widthOf(PriceChart chart) {
        Text text = new Text("1234567890.1234567890");
        text.setFont(chart.plotView().font());
        return text.getLayoutBounds().getWidth();
    }

    /// Counts the rows of pixels of the time axis that have part of a text.
    private static int inkedRows(Image image, ChartLayout layout) {
        int inked = 0;
        for (int y = (int) layout.plotBottom() + 2; y < layout.height(); y++) {
            int ground = image.getPixelReader().getArgb(1, y);
            boolean isInked = false;
            for (int x = 2; x < layout.plotRight() - 2; x++) {
                isInked |= image.getPixelReader().getArgb(x, y) != ground;
            }
            inked += isInked ? 1 : 0;
        }
        return inked;
    }

    @Test
    void shouldLookAsBeforeInTheUsualSizeAgain() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            int[] before = pixels(ChartPicture.render(chart, WIDTH, HEIGHT));
            chart.setTextScale(1.5);
            int[] large = pixels(ChartPicture.render(chart, WIDTH, HEIGHT));
            chart.setTextScale(1);
            int[] after = pixels(ChartPicture.render(chart, WIDTH, HEIGHT));

            assertThat(Arrays.equals(large, before)).isFalse();
            assertThat(Arrays.equals(after, before)).isTrue();
        });
    }

    private static int[] pixels(Image image) {
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }
}
