package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.number.FixedPoint;

/// Prices and volume of a bar as `double`.
final class BarValues {
    private BarValues() {}

    static double high(BarSeries bars, int index) {
        return FixedPoint.toDouble(bars.high(index), bars.priceScale());
    }

    static double low(BarSeries bars, int index) {
        return FixedPoint.toDouble(bars.low(index), bars.priceScale());
    }

    static double close(BarSeries bars, int index) {
        return FixedPoint.toDouble(bars.close(index), bars.priceScale());
    }

    static double volume(BarSeries bars, int index) {
        return FixedPoint.toDouble(bars.volume(index), bars.quantityScale());
    }
}
