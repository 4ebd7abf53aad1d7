package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;

/// Draws one layer from what the chart shows and where it lies. Called on the FX thread with an empty canvas; draws
/// with few changes of colour and leaves no state behind that another frame depends on.
@FunctionalInterface
interface LayerPainter {
    void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry);
}
