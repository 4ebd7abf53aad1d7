package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints the ground, the grid, the bars and the axes beside them, which cover what reaches over their edge, and
/// on these the tag of the newest price.
final class PlotPainter implements LayerPainter {
    private final BackgroundPainter background = new BackgroundPainter();
    private final BarPainter bars = new BarPainter();
    private final IndicatorPainter indicators = new IndicatorPainter();
    private final TextParts lastPrice = new TextParts();

    /// What leaves the pane of the prices is painted this far outside, where something else covers it.
    private static final double BEYOND = 10;

    @Override
    public void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        background.paintGround(g, content, geometry);
        paintShades(g, content, geometry);
        bars.paint(g, content, geometry);
        paintOverlays(g, content, geometry);
        paintPanes(g, content, geometry);
        background.paintAxes(g, content, geometry);
        if (content.barCount() > 0) {
            paintLastPriceTag(g, content, geometry);
        }
    }

    private void paintShades(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        List<ChartIndicator> overlays = content.overlays();
        for (int i = 0; i < overlays.size(); i++) {
            indicators.paintShade(g, geometry, overlays.get(i), content.theme());
        }
    }

    private void paintOverlays(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        for (int i = 0; i < content.compared().size(); i++) {
            content.compared().get(i).paint(g, geometry);
        }
        double bottom = geometry.layout().priceBottom() + BEYOND;
        List<ChartIndicator> overlays = content.overlays();
        for (int i = 0; i < overlays.size(); i++) {
            indicators.paint(g, geometry, overlays.get(i), content.theme(), geometry.priceScale(), -BEYOND, bottom);
        }
    }

    private void paintPanes(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        PaneBoxes panes = geometry.panes();
        for (int i = 0; i < panes.count(); i++) {
            PaneBox box = panes.get(i);
            background.paintPane(g, content.theme(), geometry, box);
            if (box.isOpen() && content.barCount() > 0) {
                if (box.isZoomed()) {
                    paintWithin(g, content, geometry, box);
                } else {
                    box.pane().paint(g, content, geometry, box);
                }
            }
        }
    }

    /// Values that are shown higher than they fit end at the edges of their pane.
    private static void paintWithin(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box) {
        g.save();
        g.beginPath();
        g.rect(0, box.top() + 1, geometry.layout().plotRight(), box.height() - 1);
        g.clip();
        box.pane().paint(g, content, geometry, box);
        g.restore();
    }

    private void paintLastPriceTag(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        double close = content.lastPrice();
        double y = geometry.priceScale().y(close);
        if (y >= 0 && y < geometry.layout().priceBottom()) {
            ChartTheme theme = content.theme();
            Color colour = content.isLastUp() ? theme.up() : theme.down();
            geometry.axisTicks().write(close, lastPrice.begin());
            ValueTag.paint(g, theme, geometry, colour, y, lastPrice);
        }
    }
}
