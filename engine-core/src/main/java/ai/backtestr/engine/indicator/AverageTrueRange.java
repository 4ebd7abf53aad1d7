package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;

/// Wilder's average of [TrueRange], from the second bar on.
final class AverageTrueRange {
    private final TrueRange range = new TrueRange();
    private final ExponentialAverage average;

    AverageTrueRange(int period) {
        average = ExponentialAverage.wilder(period);
    }

    /// Takes in a bar.
    ///
    /// @return the average including this bar, or `NaN` up to bar `period`
    double add(BarSeries bars, int index) {
        double trueRange = range.add(bars, index);
        return Double.isNaN(trueRange) ? Double.NaN : average.add(trueRange);
    }
}
