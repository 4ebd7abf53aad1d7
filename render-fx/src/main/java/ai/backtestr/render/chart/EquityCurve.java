package ai.backtestr.render.chart;

import ai.backtestr.render.lod.MinMaxPyramid;
import ai.backtestr.render.series.EquitySource;

/// An equity series with its extremes over any range, and so the peak before any moment.
///
/// Threads: confined to the FX thread.
final class EquityCurve {
    private final EquitySource source;
    private final MinMaxPyramid values;
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
}
