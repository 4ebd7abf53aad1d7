package ai.backtestr.render.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/// The layers of a chart, each with its canvas and its dirty bit.
///
/// Threads: confined to the FX thread.
final class LayerStack {
    private final Map<Layer, Sheet> sheets = new EnumMap<>(Layer.class);
    private final List<Sheet> backToFront;

    LayerStack(LayerPainter background, LayerPainter bars, LayerPainter trades, LayerPainter overlay) {
        sheets.put(Layer.BACKGROUND, new Sheet(background));
        sheets.put(Layer.BARS, new Sheet(bars));
        sheets.put(Layer.TRADES, new Sheet(trades));
        sheets.put(Layer.OVERLAY, new Sheet(overlay));
        backToFront = new ArrayList<>(sheets.values());
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

        void paint(ChartContent content, ChartGeometry geometry) {
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            painter.paint(canvas.getGraphicsContext2D(), content, geometry);
            dirty = false;
            repaints++;
        }
    }

    private Sheet sheet(Layer layer) {
        Sheet sheet = sheets.get(layer);
        if (sheet == null) {
            throw new IllegalArgumentException("there is no layer " + layer);
        }
        return sheet;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Sheet sheet : backToFront) {
            nodes.add(sheet.canvas);
        }
        return nodes;
    }

    void mark(Layer layer) {
        sheet(layer).dirty = true;
    }

    void markAll() {
        for (int i = 0; i < backToFront.size(); i++) {
            backToFront.get(i).dirty = true;
        }
    }

    boolean isDirty() {
        return isContentDirty() || sheet(Layer.OVERLAY).dirty;
    }

    /// Tells whether anything but the overlay is dirty.
    boolean isContentDirty() {
        return sheet(Layer.BACKGROUND).dirty || sheet(Layer.BARS).dirty || sheet(Layer.TRADES).dirty;
    }

    /// Fits the canvases to the layout. Those of bars and trades end where their panes end, which clips what
    /// they draw.
    void fit(ChartLayout layout) {
        sheet(Layer.BACKGROUND).fit(layout.width(), layout.height());
        sheet(Layer.BARS).fit(layout.plotRight(), layout.plotBottom());
        sheet(Layer.TRADES).fit(layout.plotRight(), layout.priceBottom());
        sheet(Layer.OVERLAY).fit(layout.width(), layout.height());
    }

    /// Repaints the dirty layers.
    void paint(ChartContent content, ChartGeometry geometry) {
        // A canvas with nothing on it is blended all the same.
        sheet(Layer.TRADES).canvas.setVisible(content.trades().size() > 0);
        for (int i = 0; i < backToFront.size(); i++) {
            Sheet sheet = backToFront.get(i);
            if (sheet.dirty) {
                sheet.paint(content, geometry);
            }
        }
    }

    /// Returns how often a layer has been painted since the chart was made.
    long repaints(Layer layer) {
        return sheet(layer).repaints;
    }
}
