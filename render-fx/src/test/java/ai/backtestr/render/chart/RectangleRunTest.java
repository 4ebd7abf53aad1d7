package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.FxThread;
import java.util.SplittableRandom;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Columns that are filled together look as columns that are filled one by one.
class RectangleRunTest {
    private static final int SIZE = 240;
    private static final long SEED = 17;

    private record Column(int x, int top, int bottom) {}

    @Test
    void shouldFillWhatSingleRectanglesFill() throws Exception {
        RectangleRun run = new RectangleRun();
        FxThread.run(() -> {
            int[] together = picture((g, column) -> {
                if (column == null) {
                    run.end(g);
                } else {
                    run.add(g, column.x, column.top, 1, column.bottom - column.top);
                }
            });
            int[] single = picture((g, column) -> {
                if (column != null) {
                    g.fillRect(column.x, column.top, 1, column.bottom - column.top);
                }
            });
            assertThat(together).as("seed " + SEED).isEqualTo(single);
        });
    }

    private interface Filling {
        /// Takes the next column, or null after the last of a colour.
        void take(GraphicsContext g, @Nullable Column column);
    }

    /// Stretches of equal columns, with gaps, in two colours.
    private static int[] picture(Filling filling) {
        SplittableRandom random = new SplittableRandom(SEED);
        Canvas canvas = new Canvas(SIZE, SIZE);
        for (Color colour : new Color[] {Color.TEAL, Color.CORAL}) {
            canvas.getGraphicsContext2D().setFill(colour);
            int x = 0;
            while (x < SIZE) {
                int top = random.nextInt(SIZE - 1);
                int bottom = random.nextInt(top + 1, SIZE);
                int until = Math.min(SIZE, x + random.nextInt(1, 9));
                for (; x < until; x++) {
                    filling.take(canvas.getGraphicsContext2D(), new Column(x, top, bottom));
                }
                x += random.nextInt(3);
            }
            filling.take(canvas.getGraphicsContext2D(), null);
        }
        WritableImage image = canvas.snapshot(null, new WritableImage(SIZE, SIZE));
        int[] pixels = new int[SIZE * SIZE];
        image.getPixelReader().getPixels(0, 0, SIZE, SIZE, PixelFormat.getIntArgbInstance(), pixels, 0, SIZE);
        return pixels;
    }
}
