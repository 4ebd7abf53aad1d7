package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;

/// The share of a bar's volume that Chaikin counts as bought or sold: volume times
/// `((close - low) - (high - close)) / (high - low)`, which is -1 at the low and 1 at the high; 0 without a range.
final class MoneyFlow {
    private MoneyFlow() {}

    static double of(BarSeries bars, int index) {
        double high = BarValues.high(bars, index);
        double low = BarValues.low(bars, index);
        double close = BarValues.close(bars, index);
        double range = high - low;
        double multiplier = range == 0 ? 0 : ((close - low) - (high - close)) / range;
        return multiplier * BarValues.volume(bars, index);
    }
}
