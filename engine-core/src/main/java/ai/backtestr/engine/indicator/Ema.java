package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Exponential moving average of prices: `ema += (price - ema) * 2 / (period + 1)`.
///
/// It starts as the simple average of the first `period` prices, which is TA-Lib's convention, and is ready from
/// there.
public final class Ema extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "ema",
            "Exponential moving average",
            "The mean of all prices so far, each weighing less the older it is.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Ema(s.bars("period"), s.input()));

    private final Average average;

    /// Averages the closes of `period` bars, from 1.
    public Ema(int period) {
        this(period, InputPrice.CLOSE);
    }

    /// Averages the prices of `period` bars, from 1.
    public Ema(int period, InputPrice input) {
        super(input, "ema");
        average = ExponentialAverage.ofPeriod(Periods.require("an EMA", period, 1));
    }

    @Override
    void onPrice(double price) {
        set(0, average.add(price));
    }
}
