package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// A value on a coloured ground, on the price axis.
final class ValueTag {
    private static final double HEIGHT = 20;

    private ValueTag() {}

    static double height(ChartGeometry geometry) {
        return geometry.fonts().length(HEIGHT);
    }

    /// Returns where a tag for what lies at `y` begins.
    static double top(ChartGeometry geometry, double y) {
        double lowest = Math.max(0, geometry.layout().plotBottom() - height(geometry));
        return Math.clamp(geometry.grid().snap(y - height(geometry) / 2), 0, lowest);
    }

    static void paint(
            GraphicsContext g, ChartTheme theme, ChartGeometry geometry, Color colour, double y, TextParts text) {
        ChartLayout layout = geometry.layout();
        double top = top(geometry, y);
        g.setFill(colour);
        g.fillRect(layout.plotRight(), top, layout.width() - layout.plotRight(), height(geometry));
        g.setFill(theme.tagText());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        double x = layout.plotRight() + BackgroundPainter.LABEL_INSET;
        geometry.fonts().medium().paint(g, text, x, top + height(geometry) / 2);
    }
}
