package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Triple exponential moving average: `3 ema1 - 3 ema2 + ema3`, where ema2 is the EMA of ema1 and ema3 that of
/// ema2.
///
/// All of them begin together at bar `period`, with the mean of the first `period` prices, which is the convention
/// of the published Stock.Indicators values; it is ready from there. TA-Lib begins each EMA with the mean of the
/// first `period` values of the one before, so is ready later; the two converge as the beginning fades.
///
/// Source: Patrick G. Mulloy, Smoothing Data with Faster Moving Averages, Stocks & Commodities 12:1 (1994).
public final class Tema extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "tema",
            "Triple exponential moving average",
            "An exponential moving average with most of its lag taken out.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Tema(s.bars("period"), s.input()));

    private final SimpleAverage seed;
    private final double weight;
    private double ema1 = Double.NaN;
    private double ema2 = Double.NaN;
    private double ema3 = Double.NaN;

    /// Averages over `period` bars, from 1.
    public Tema(int period, InputPrice input) {
        super(input, "tema");
        seed = new SimpleAverage(Periods.require("a TEMA", period, 1));
        weight = 2.0 / (period + 1.0);
    }

    @Override
    void onPrice(double price) {
        if (Double.isNaN(ema1)) {
            begin(seed.add(price));
        } else {
            ema1 += (price - ema1) * weight;
            ema2 += (ema1 - ema2) * weight;
            ema3 += (ema2 - ema3) * weight;
        }
        set(0, 3 * (ema1 - ema2) + ema3);
    }

    private void begin(double mean) {
        ema1 = mean;
        ema2 = mean;
        ema3 = mean;
    }
}
