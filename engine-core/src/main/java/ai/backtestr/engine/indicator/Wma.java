package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Linearly weighted moving average: the mean of the last `period` prices, the newest with the weight `period`, the
/// oldest with the weight 1.
///
/// Ready at bar `period`. The running sums do not drift ([ExactSum]). Equals TA-Lib's WMA.
public final class Wma extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "wma",
            "Weighted moving average",
            "The mean price of the last bars, newer ones weighing more, in equal steps.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Wma(s.bars("period"), s.input()));

    private final Average average;

    /// Averages over `period` bars, from 1.
    public Wma(int period, InputPrice input) {
        super(input, "wma");
        average = new WeightedAverage(Periods.require("a WMA", period, 1));
    }

    @Override
    void onPrice(double price) {
        set(0, average.add(price));
    }
}
