package ai.backtestr.desktop.chart;

import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.EquityOverlay;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;

/// The equity of several runs as a PNG file. Needs no display. Any thread but that of the toolkit.
public final class EquityImage {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 700;

    private EquityImage() {}

    /// Returns a PNG of lines over one axis.
    public static byte[] of(EquityLines lines, ChartTheme theme) {
        return ChartImage.png(FxThread.call(() -> {
            EquityOverlay overlay = new EquityOverlay();
            overlay.setTheme(theme);
            overlay.show(lines.lines(), lines.unit());
            overlay.resize(WIDTH, HEIGHT);
            overlay.layout();
            return SwingFXUtils.fromFXImage(overlay.snapshot(null, new WritableImage(WIDTH, HEIGHT)), null);
        }));
    }
}
