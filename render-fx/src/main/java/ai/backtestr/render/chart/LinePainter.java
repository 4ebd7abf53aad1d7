package ai.backtestr.render.chart;

import ai.backtestr.render.lod.VisibleColumns;
import ai.backtestr.render.series.PriceColumns;
import javafx.scene.canvas.GraphicsContext;

/// Paints a line through the closes of bars. Where bars have no room, the line passes through first, lowest,
/// highest and
/// last price of each column of pixels, so that no spike is lost.
final class LinePainter {
    private static final double LINE_WIDTH = 1.5;
    private static final int POINTS_A_COLUMN = 4;

    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private int points;

    void paint(GraphicsContext g, ChartTheme theme, VisibleColumns visible, ChartGeometry geometry, boolean filled) {
        collect(visible, geometry);
        if (points == 0) {
            return;
        }
        if (filled) {
            double bottom = geometry.layout().priceBottom();
            add(xs[points - 1], bottom);
            add(xs[0], bottom);
            g.setFill(theme.selection());
            g.fillPolygon(xs, ys, points);
            points -= 2;
        }
        g.setStroke(theme.equity());
        g.setLineWidth(LINE_WIDTH);
        g.strokePolyline(xs, ys, points);
    }

    private void collect(VisibleColumns visible, ChartGeometry geometry) {
        int room = visible.count() * POINTS_A_COLUMN + 2;
        if (xs.length < room) {
            xs = new double[room];
            ys = new double[room];
        }
        points = 0;
        PriceColumns columns = visible.columns();
        ValueScale scale = geometry.priceScale();
        for (int i = 0; i < visible.count(); i++) {
            if (columns.isPresent(i)) {
                double x = geometry.viewport().x((visible.position(i) + visible.position(i + 1)) / 2);
                if (!visible.isBars()) {
                    boolean up = columns.isUp(i);
                    add(x, scale.y(columns.first(i)));
                    add(x, scale.y(up ? columns.low(i) : columns.high(i)));
                    add(x, scale.y(up ? columns.high(i) : columns.low(i)));
                }
                add(x, scale.y(columns.last(i)));
            }
        }
    }

    private void add(double x, double y) {
        xs[points] = x;
        ys[points] = y;
        points++;
    }
}
