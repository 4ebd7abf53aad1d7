package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Double exponential moving average: `2 ema1 - ema2`, where ema2 is the EMA of ema1.
///
/// All of them begin together at bar `period`, with the mean of the first `period` prices, which is the convention
/// of the published Stock.Indicators values; it is ready from there. TA-Lib begins each EMA with the mean of the
/// first `period` values of the one before, so is ready later; the two converge as the beginning fades.
///
/// Source: Patrick G. Mulloy, Smoothing Data with Faster Moving Averages, Stocks & Commodities 12:1 (1994).
public final class Dema extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "dema",
            "Double exponential moving average",
            "An exponential moving average with its lag taken out.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Dema(s.bars("period"), s.input()));

    private final SimpleAverage seed;
    private final double weight;
    private double ema1 = Double.NaN;
    private double ema2 = Double.NaN;

    /// Averages over `period` bars, from 1.
    public Dema(int period, InputPrice input) {
        super(input, "dema");
        seed = new SimpleAverage(Periods.require("a DEMA", period, 1));
        weight = 2.0 / (period + 1.0);
    }

    @Override
    void onPrice(double price) {
        if (Double.isNaN(ema1)) {
            begin(seed.add(price));
        } else {
            ema1 += (price - ema1) * weight;
            ema2 += (ema1 - ema2) * weight;
        }
        set(0, 2 * ema1 - ema2);
    }

    private void begin(double mean) {
        ema1 = mean;
        ema2 = mean;
    }
}
