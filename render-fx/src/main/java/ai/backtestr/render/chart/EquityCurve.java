package ai.backtestr.render.chart;

import ai.backtestr.render.lod.MinMaxPyramid;
import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.EquitySource;
import java.util.Arrays;

/// An equity series with its extremes over any range, and so the peak before any moment and the drawdown from it.
///
/// Threads: confined to the FX thread.
final class EquityCurve {
    private final EquitySource source;
    private final MinMaxPyramid values;
    private final MinMaxPyramid drawdownExtremes = new MinMaxPyramid(this::drawdown, this::drawdown);
    private double[] drawdowns = new double[0];
    private int drawdownCount;
    private double peak = Double.NEGATIVE_INFINITY;
    private int count;

    EquityCurve(EquitySource source) {
        this.source = source;
        this.values = new MinMaxPyramid(source::value, source::value);
        refresh();
    }

    void refresh() {
        count = source.count();
        values.extendTo(count);
    }

    /// Returns the number of entries before `timeNs`.
    int countBefore(long timeNs) {
        return Math.min(count, source.indexAtOrBefore(timeNs - 1) + 1);
    }

    /// Returns the number of entries until the bar at `position` ends.
    int countAtEndOf(ChartContent content, double position) {
        BarSource bars = content.bars();
        int next = (int) Math.clamp(Math.floor(position) + 1, 0, content.barCount());
        return next < content.barCount() ? countBefore(bars.timeNs(next)) : count;
    }

    int count() {
        return count;
    }

    double value(int index) {
        return source.value(index);
    }

    /// Returns the lowest value from `from` (inclusive) to `to` (exclusive), which must not be empty.
    double lowest(int from, int to) {
        values.query(from, to);
        return values.minimum();
    }

    /// Returns the highest value from `from` (inclusive) to `to` (exclusive), which must not be empty.
    double highest(int from, int to) {
        values.query(from, to);
        return values.maximum();
    }

    /// Returns how far an entry lies below the highest before it, in percent of that, 0 or less; 0 as long as that
    /// is not above 0.
    double drawdown(int index) {
        if (drawdownCount <= index) {
            findDrawdowns();
        }
        return drawdowns[index];
    }

    private void findDrawdowns() {
        if (drawdowns.length < count) {
            drawdowns = Arrays.copyOf(drawdowns, Math.max(count, drawdowns.length * 3 / 2));
        }
        for (; drawdownCount < count; drawdownCount++) {
            double value = source.value(drawdownCount);
            peak = Math.max(peak, value);
            drawdowns[drawdownCount] = peak > 0 ? Math.min(0, value / peak - 1) * 100 : 0;
        }
        drawdownExtremes.extendTo(drawdownCount);
    }

    /// Returns the deepest drawdown from `from` (inclusive) to `to` (exclusive), 0 if there is none.
    double deepestDrawdown(int from, int to) {
        if (from >= to) {
            return 0;
        }
        drawdown(to - 1);
        drawdownExtremes.query(from, to);
        return drawdownExtremes.minimum();
    }
}
