package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.number.FixedPoint;

/// Exponential moving average of closes: `ema += (close - ema) * 2 / (period + 1)`.
///
/// It starts as the simple average of the first `period` closes, which is TA-Lib's convention, and is ready from
/// there.
public final class Ema implements BarIndicator {
    private final int period;
    private final double weight;
    private int seen;
    private double sum;
    private double value = Double.NaN;

    /// Averages over `period` bars, from 1.
    public Ema(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("an EMA needs a period of at least 1, not " + period);
        }
        this.period = period;
        this.weight = 2.0 / (period + 1.0);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double close = FixedPoint.toDouble(bars.close(index), bars.priceScale());
        if (seen < period) {
            seen++;
            sum += close;
            value = seen == period ? sum / period : Double.NaN;
        } else {
            value += (close - value) * weight;
        }
    }

    @Override
    public boolean isReady() {
        return seen == period;
    }

    @Override
    public double value() {
        return value;
    }
}
