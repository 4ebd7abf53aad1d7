package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Commodity channel index: `(price - mean) / (0.015 mean deviation)` over `period` bars, the price being the
/// typical one unless another is named. The mean deviation is the mean of `|price - mean|`.
///
/// Ready at bar `period`. Where all prices are the same it is 0. Equals TA-Lib's CCI. The deviation is about a mean
/// that moves with every bar and has no form that can be carried on: alone among the indicators its cost grows with
/// `period`.
///
/// Source: Donald Lambert, Commodity Channel Index, Commodities 9:10 (1980).
public final class Cci extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "cci",
            "Commodity channel index",
            "How many mean deviations the price is away from its mean, over 0.015.",
            List.of(Settable.period(20, "Bars in the mean.")),
            InputPrice.HLC3,
            Placement.PANE,
            s -> new Cci(s.bars("period"), s.input()));

    private final Window prices;
    private final ExactSum sum = new ExactSum();

    /// Averages over `period` bars, from 1.
    public Cci(int period, InputPrice input) {
        super(input, "cci");
        prices = new Window(Periods.require("a CCI", period, 1));
    }

    @Override
    void onPrice(double price) {
        sum.add(price);
        sum.add(-prices.add(price));
        if (prices.isFull()) {
            double mean = sum.dividedBy(prices.length());
            double deviation = meanDeviation(mean);
            set(0, deviation == 0 ? 0 : (price - mean) / (0.015 * deviation));
        }
    }

    private double meanDeviation(double mean) {
        double total = 0;
        for (double price : prices.unordered()) {
            total += Math.abs(price - mean);
        }
        return total / prices.length();
    }
}
