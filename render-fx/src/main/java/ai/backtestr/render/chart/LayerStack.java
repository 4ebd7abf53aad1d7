package ai.backtestr.render.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/// The layers of a chart, each with its dirty bit: a canvas for all that moves with the bars, one for trades, and
/// slips over them.
///
/// Where no graphics card does it, clearing and blending a large canvas costs more than what is painted on it.
/// So there are no more of them than have to be.
///
/// Threads: confined to the FX thread.
final class LayerStack {
    private final Sheet bars;
    private final Sheet trades;
    private final OverlayPainter overlay;
    private boolean overlayDirty = true;
    private long overlayRepaints;

    LayerStack(LayerPainter bars, LayerPainter trades, OverlayPainter overlay) {
        this.bars = new Sheet(bars);
        this.trades = new Sheet(trades);
        this.overlay = overlay;
    }

    /// One canvas, who paints it, and whether that is due.
    private static final class Sheet {
        private final Canvas canvas = new Canvas();
        private final LayerPainter painter;
        private boolean dirty = true;
        private long repaints;

        Sheet(LayerPainter painter) {
            this.painter = painter;
            canvas.setMouseTransparent(true);
        }

        void fit(double width, double height) {
            if (canvas.getWidth() != width || canvas.getHeight() != height) {
                canvas.setWidth(width);
                canvas.setHeight(height);
                dirty = true;
            }
        }

        void clear() {
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        }

        void paint(ChartContent content, ChartGeometry geometry) {
            painter.paint(canvas.getGraphicsContext2D(), content, geometry);
            dirty = false;
            repaints++;
        }
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(bars.canvas, trades.canvas));
        nodes.addAll(overlay.nodes());
        return nodes;
    }

    void mark(Layer layer) {
        switch (layer) {
            case BARS -> bars.dirty = true;
            case TRADES -> trades.dirty = true;
            case OVERLAY -> overlayDirty = true;
        }
    }

    void markAll() {
        bars.dirty = true;
        trades.dirty = true;
        overlayDirty = true;
    }

    boolean isDirty() {
        return isContentDirty() || overlayDirty;
    }

    /// Tells whether anything but the overlay is dirty.
    boolean isContentDirty() {
        return bars.dirty || trades.dirty;
    }

    /// Fits the canvases to the layout. That of trades ends where their pane ends, which clips what they draw.
    void fit(ChartLayout layout) {
        bars.fit(layout.width(), layout.height());
        trades.fit(layout.plotRight(), layout.priceBottom());
    }

    /// Repaints the dirty layers.
    void paint(ChartContent content, ChartGeometry geometry) {
        // A canvas with nothing on it is blended all the same.
        trades.canvas.setVisible(content.trades().size() > 0 || content.hasShownLayer());
        if (bars.dirty) {
            // Not cleared: its painter covers all of it.
            bars.paint(content, geometry);
        }
        if (trades.dirty) {
            trades.clear();
            trades.paint(content, geometry);
        }
        if (overlayDirty) {
            overlay.paint(content, geometry);
            overlayDirty = false;
            overlayRepaints++;
        }
    }

    /// Returns how often a layer has been painted since the chart was made.
    long repaints(Layer layer) {
        return switch (layer) {
            case BARS -> bars.repaints;
            case TRADES -> trades.repaints;
            case OVERLAY -> overlayRepaints;
        };
    }
}
