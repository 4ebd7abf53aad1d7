package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;

/// How far prices went since the last close: max(high, last close) - min(low, last close). `NaN` for the first bar,
/// which has no close before it.
final class TrueRange {
    private double lastClose = Double.NaN;

    double add(BarSeries bars, int index) {
        double before = lastClose;
        lastClose = BarValues.close(bars, index);
        // Math.max and Math.min of NaN are NaN.
        return Math.max(BarValues.high(bars, index), before) - Math.min(BarValues.low(bars, index), before);
    }
}
