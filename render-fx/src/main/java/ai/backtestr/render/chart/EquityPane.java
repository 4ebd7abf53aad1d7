package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.series.BarSource;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints the equity as a line and shades what lies between it and its peak so far, the drawdown. One step per bar,
/// or per column of pixels where bars are narrower; a step with several values shows its lowest and highest too.
final class EquityPane extends AccountPane {
    private static final int POINTS_PER_STEP = 4;

    private final PriceTicks ticks = new PriceTicks(0);
    private final PriceTicks cents = new PriceTicks(2);
    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private int points;

    /// From the lowest visible value to the highest peak so far, from which the drawdown hangs.
    @Override
    void findRange(EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box) {
        BarSource bars = content.bars();
        Viewport viewport = geometry.viewport();
        int first = Math.min(viewport.firstVisible(), content.barCount() - 1);
        int end = viewport.endVisible();
        int from = Math.max(0, equity.countBefore(bars.timeNs(first)) - 1);
        int to = end < content.barCount() ? equity.countBefore(bars.timeNs(end)) : equity.count();
        box.range(equity.lowest(from, Math.max(from + 1, to)), equity.highest(0, Math.max(from + 1, to)));
    }

    @Override
    PriceTicks ticks(double lowest, double highest) {
        return ticks;
    }

    @Override
    String title(ChartContent content, ChartGeometry geometry) {
        return "Equity";
    }

    @Override
    double valueAt(EquityCurve equity, int i) {
        return equity.value(i);
    }

    @Override
    Color colour(int i, ChartTheme theme) {
        return theme.equity();
    }

    @Override
    void write(double value, PaneBox box, TextParts line) {
        cents.write(value, line);
    }

    @Override
    void paint(GraphicsContext g, EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box) {
        Viewport viewport = geometry.viewport();
        double barsPerStep = Math.max(1, Math.ceil(1 / viewport.barWidth()));
        int step = (int) barsPerStep;
        // Steps begin at multiples of their length, so that the same bars share one while the chart is panned.
        int first = viewport.firstVisible() / step * step;
        reserve((viewport.endVisible() - first) / step + 1);
        points = 0;
        g.setFill(content.theme().drawdown());
        for (int bar = first; bar < viewport.endVisible(); bar += step) {
            paintStep(g, content, equity, geometry, box, bar, Math.min(bar + step, content.barCount()));
        }
        g.setStroke(content.theme().equity());
        g.setLineWidth(1.5);
        g.strokePolyline(xs, ys, points);
    }

    private void reserve(int steps) {
        if (steps * POINTS_PER_STEP > xs.length) {
            xs = new double[steps * POINTS_PER_STEP];
            ys = new double[steps * POINTS_PER_STEP];
        }
    }

    private void paintStep(
            GraphicsContext g,
            ChartContent content,
            EquityCurve equity,
            ChartGeometry geometry,
            PaneBox box,
            int from,
            int to) {
        BarSource bars = content.bars();
        int begin = equity.countBefore(bars.timeNs(from));
        int end = to < content.barCount() ? equity.countBefore(bars.timeNs(to)) : equity.count();
        if (end == 0) {
            return;
        }
        ValueScale scale = box.scale();
        double left = geometry.viewport().x(from);
        double right = geometry.viewport().x(to);
        if (end - begin > 1) {
            add(left, scale.y(equity.highest(begin, end)));
            add(left, scale.y(equity.lowest(begin, end)));
        }
        double y = scale.y(equity.value(end - 1));
        add(left, y);
        add(right, y);
        double peakY = scale.y(equity.highest(0, end));
        if (y - peakY > 0.5) {
            double snapped = geometry.grid().snap(left);
            g.fillRect(snapped, peakY, geometry.grid().snap(right) - snapped, y - peakY);
        }
    }

    private void add(double x, double y) {
        xs[points] = x;
        ys[points] = y;
        points++;
    }
}
