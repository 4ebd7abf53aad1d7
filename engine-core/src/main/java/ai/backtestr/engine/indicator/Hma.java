package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Hull moving average: `WMA(2 WMA(price, n / 2) - WMA(price, n), sqrt(n))`, both n / 2 and sqrt(n) rounded down,
/// and at least 1.
///
/// Ready at bar n + floor(sqrt(n)) - 1. Source: Alan Hull, alanhull.com/hull-moving-average.
public final class Hma extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "hma",
            "Hull moving average",
            "A weighted moving average that follows turns fast and is smooth.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Hma(s.bars("period"), s.input()));

    private final Average whole;
    private final Average half;
    private final Average smooth;

    /// Averages over `period` bars, from 1.
    public Hma(int period, InputPrice input) {
        super(input, "hma");
        whole = new WeightedAverage(Periods.require("an HMA", period, 1));
        half = new WeightedAverage(Math.max(1, period / 2));
        smooth = new WeightedAverage((int) Math.sqrt(period));
    }

    @Override
    void onPrice(double price) {
        double fast = half.add(price);
        double slow = whole.add(price);
        if (!Double.isNaN(slow)) {
            set(0, smooth.add(2 * fast - slow));
        }
    }
}
