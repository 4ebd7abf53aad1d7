package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;

/// Something that is painted in the pane of prices together with the trades: drawings, a volume profile. It is
/// painted again whenever what is on screen moves, and after [PriceChart#repaintLayers].
///
/// Threads: all methods are called on the FX thread.
public interface PlotLayer {
    /// Tells whether there is anything to paint; a layer that shows nothing costs nothing.
    boolean isShown();

    /// Tells whether it lies behind the trades rather than over them.
    boolean isBehindTrades();

    /// Paints it. What reaches over the pane is cut off. No state of `g` need be left as it was.
    void paint(GraphicsContext g, PlotView view);
}
