package ai.backtestr.render.chart;

import java.util.Optional;
import javafx.scene.image.WritableImage;

/// Pictures of charts, for export and for reports.
public final class ChartPicture {
    private ChartPicture() {}

    /// Paints a chart that is not on screen in its own size, if all it shows is loaded; otherwise
    /// [PriceChart#awaitLoaded] waits for that. Belongs to the FX thread.
    public static Optional<WritableImage> renderComplete(PriceChart chart) {
        chart.requestLayout();
        chart.layout();
        return chart.isComplete() ? Optional.of(chart.snapshot(null, null)) : Optional.empty();
    }

    /// Paints what a chart shows, over the same range of bars but without the crosshair, into a picture of any
    /// size. The chart itself stays as it is, on screen or not. Belongs to the FX thread; needs no window and
    /// no display.
    ///
    /// @param width in pixels, 1 or more
    /// @param height in pixels, 1 or more
    /// @throws IllegalArgumentException if a size is below 1
    public static WritableImage render(PriceChart chart, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels cannot be painted");
        }
        PriceChart copy = chart.copy(width, height);
        return copy.snapshot(null, new WritableImage(width, height));
    }
}
