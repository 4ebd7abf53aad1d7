package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.series.BarSource;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Paints the equity as a line and shades what lies between it and its peak so far, the drawdown. One step per bar,
/// or per column of pixels where bars are narrower; a step with several values shows its lowest and highest too.
/// Behind it lies, as a thin line, the equity of the run that is pinned.
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
        int from = firstShown(equity, content, geometry);
        int to = endShown(equity, content, geometry, from);
        double lowest = equity.lowest(from, to);
        double highest = equity.highest(0, to);
        EquityCurve pinned = pinned(content);
        if (pinned != null) {
            int begin = firstShown(pinned, content, geometry);
            int end = endShown(pinned, content, geometry, begin);
            lowest = Math.min(lowest, pinned.lowest(begin, end));
            highest = Math.max(highest, pinned.highest(begin, end));
        }
        box.range(lowest, highest);
    }

    private static int firstShown(EquityCurve equity, ChartContent content, ChartGeometry geometry) {
        int bar = Math.min(geometry.viewport().firstVisible(), content.barCount() - 1);
        return Math.clamp(equity.countBefore(content.bars().timeNs(bar)) - 1L, 0, equity.count() - 1);
    }

    private static int endShown(EquityCurve equity, ChartContent content, ChartGeometry geometry, int from) {
        int end = geometry.viewport().endVisible();
        int to = end < content.barCount() ? equity.countBefore(content.bars().timeNs(end)) : equity.count();
        return Math.max(from + 1, to);
    }

    private static @Nullable EquityCurve pinned(ChartContent content) {
        EquityCurve pinned = content.pinnedEquity();
        return pinned == null || pinned.count() == 0 ? null : pinned;
    }

    @Override
    int values() {
        return 2;
    }

    @Override
    double value(int i, ChartContent content, ChartGeometry geometry, double position) {
        if (i == 0) {
            return super.value(i, content, geometry, position);
        }
        EquityCurve pinned = pinned(content);
        int entries = pinned == null ? 0 : pinned.countAtEndOf(content, position);
        return pinned == null || entries == 0 ? Double.NaN : pinned.value(entries - 1);
    }

    @Override
    void write(int i, double value, PaneBox box, TextParts line) {
        if (i > 0) {
            line.add("pinned ");
        }
        write(value, box, line);
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
        return i == 0 ? theme.equity() : theme.axisText();
    }

    @Override
    void write(double value, PaneBox box, TextParts line) {
        cents.write(value, line);
    }

    @Override
    void paint(GraphicsContext g, EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box) {
        EquityCurve pinned = pinned(content);
        if (pinned != null) {
            trace(g, content, pinned, geometry, box, false);
            g.setStroke(content.theme().axisText());
            g.setLineWidth(1);
            g.strokePolyline(xs, ys, points);
        }
        g.setFill(content.theme().drawdown());
        trace(g, content, equity, geometry, box, true);
        g.setStroke(content.theme().equity());
        g.setLineWidth(1.5);
        g.strokePolyline(xs, ys, points);
    }

    /// Collects the points of a curve, and fills what lies below its peak if that is wanted.
    private void trace(
            GraphicsContext g,
            ChartContent content,
            EquityCurve equity,
            ChartGeometry geometry,
            PaneBox box,
            boolean shaded) {
        Viewport viewport = geometry.viewport();
        int step = (int) Math.max(1, Math.ceil(1 / viewport.barWidth()));
        // Steps begin at multiples of their length, so that the same bars share one while the chart is panned.
        int first = viewport.firstVisible() / step * step;
        reserve((viewport.endVisible() - first) / step + 1);
        points = 0;
        for (int bar = first; bar < viewport.endVisible(); bar += step) {
            paintStep(g, content, equity, geometry, box, bar, Math.min(bar + step, content.barCount()), shaded);
        }
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
            int to,
            boolean shaded) {
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
        double peakY = shaded ? scale.y(equity.highest(0, end)) : y;
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
