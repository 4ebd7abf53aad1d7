package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Simple moving average: the mean of the last `period` prices.
///
/// Ready at bar `period`. The running sum does not drift ([ExactSum]). Equals TA-Lib's SMA.
public final class Sma extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "sma",
            "Simple moving average",
            "The mean price of the last bars.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Sma(s.bars("period"), s.input()));

    private final Average average;

    /// Averages over `period` bars, from 1.
    public Sma(int period, InputPrice input) {
        super(input, "sma");
        average = new SimpleAverage(Periods.require("an SMA", period, 1));
    }

    @Override
    void onPrice(double price) {
        set(0, average.add(price));
    }
}
