package ai.backtestr.render.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Paints trades, and the layers behind and over them.
final class FrontPainter implements LayerPainter {
    private final TradePainter trades = new TradePainter();
    private @Nullable PlotView view;

    @Override
    public void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry) {
        PlotView plot = view;
        if (plot == null) {
            plot = new PlotView(content, geometry);
            view = plot;
        }
        paintLayers(g, content.layers(), plot, true);
        trades.paint(g, content, geometry);
        paintLayers(g, content.layers(), plot, false);
    }

    private static void paintLayers(GraphicsContext g, List<PlotLayer> layers, PlotView view, boolean behind) {
        for (int i = 0; i < layers.size(); i++) {
            PlotLayer layer = layers.get(i);
            if (layer.isShown() && layer.isBehindTrades() == behind) {
                g.save();
                layer.paint(g, view);
                g.restore();
            }
        }
    }
}
