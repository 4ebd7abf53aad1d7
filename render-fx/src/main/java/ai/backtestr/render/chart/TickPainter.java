package ai.backtestr.render.chart;

import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.TickPoints;
import javafx.scene.canvas.GraphicsContext;

/// Paints single ticks: bid and ask as steps, each price standing until the next tick, and trades as dots
/// joined by a thinner step. Where there is room, every tick has a dot.
final class TickPainter {
    private static final double DOT = 4;
    private static final double ROOM_FOR_DOTS = 8;

    void paint(GraphicsContext g, ChartTheme theme, HistoryView view, TickPoints ticks, ChartGeometry geometry) {
        int from = firstVisible(ticks, view.axis().timeNs(geometry.viewport().left()));
        int to = firstVisible(ticks, view.axis().timeNs(geometry.viewport().right()));
        boolean dots = (to - from) * ROOM_FOR_DOTS < geometry.viewport().width();
        from = Math.max(0, from - 1);
        g.setFill(theme.down());
        paintSteps(g, view, ticks, geometry, from, to, true);
        if (dots) {
            paintDots(g, view, ticks, geometry, from, to, true);
        }
        g.setFill(theme.equity());
        paintSteps(g, view, ticks, geometry, from, to, false);
        if (dots) {
            paintDots(g, view, ticks, geometry, from, to, false);
        }
    }

    private static int firstVisible(TickPoints ticks, long timeNs) {
        int low = 0;
        int high = ticks.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ticks.timeNs(middle) < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double x(HistoryView view, TickPoints ticks, ChartGeometry geometry, int i) {
        return geometry.viewport().x(view.axis().position(ticks.timeNs(i)));
    }

    private static double price(TickPoints ticks, int i, boolean ask) {
        return ask ? ticks.ask(i) : ticks.bid(i);
    }

    /// Asks of trades are left out: they are the price that the bid is too.
    private static boolean isPainted(TickPoints ticks, int i, boolean ask) {
        return !ask || !ticks.isTrade(i);
    }

    private static void paintSteps(
            GraphicsContext g,
            HistoryView view,
            TickPoints ticks,
            ChartGeometry geometry,
            int from,
            int to,
            boolean ask) {
        PixelGrid grid = geometry.grid();
        double line = grid.line();
        double right = geometry.viewport().width();
        for (int i = from; i < to; i++) {
            if (isPainted(ticks, i, ask)) {
                boolean last = i + 1 >= ticks.count();
                double left = grid.snap(Math.max(0, x(view, ticks, geometry, i)));
                double end = last ? left + DOT : grid.snap(Math.min(right, x(view, ticks, geometry, i + 1)));
                double y = grid.snap(geometry.priceScale().y(price(ticks, i, ask)));
                g.fillRect(left, y, end - left, line);
                if (!last && isPainted(ticks, i + 1, ask) && end < right) {
                    double next = grid.snap(geometry.priceScale().y(price(ticks, i + 1, ask)));
                    g.fillRect(end, Math.min(y, next), line, Math.abs(next - y) + line);
                }
            }
        }
    }

    private static void paintDots(
            GraphicsContext g,
            HistoryView view,
            TickPoints ticks,
            ChartGeometry geometry,
            int from,
            int to,
            boolean ask) {
        PixelGrid grid = geometry.grid();
        for (int i = from; i < to; i++) {
            if (isPainted(ticks, i, ask)) {
                double x = x(view, ticks, geometry, i);
                double y = geometry.priceScale().y(price(ticks, i, ask));
                g.fillRect(grid.snap(x - DOT / 2), grid.snap(y - DOT / 2) + grid.line() / 2, DOT, DOT);
            }
        }
    }
}
