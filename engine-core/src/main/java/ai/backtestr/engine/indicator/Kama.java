package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Kaufman's adaptive moving average: `kama += (price - kama) * (er (fast - slow) + slow)^2`, with the weights
/// `fast` = 2 / (fast bars + 1) and `slow` likewise. The efficiency ratio `er` is how far the price came in
/// `period` bars over how far it went: `|price - price(period bars ago)| / sum of |changes|`, and 0 where it did
/// not move at all.
///
/// It begins with the price of bar `period` and is ready there, which is the convention of the published
/// Stock.Indicators values. TA-Lib leaves that first value out; all others are the same.
///
/// Source: Perry J. Kaufman, Trading Systems and Methods.
public final class Kama extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "kama",
            "Kaufman's adaptive moving average",
            "An average that follows a trend fast and stands still in noise.",
            List.of(
                    Settable.period(10, "Bars to measure the efficiency of moves over."),
                    Settable.bars("fast", 2, 1, "Bars of the average in a perfect trend; fewer than slow."),
                    Settable.bars("slow", 30, 2, "Bars of the average in pure noise.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Kama(s.bars("period"), s.bars("fast"), s.bars("slow"), s.input()));

    private final Window prices;
    private final RollingSum moves;
    private final double fastWeight;
    private final double slowWeight;
    private double last = Double.NaN;
    private double kama = Double.NaN;

    /// Measures efficiency over `period` bars, from 1, and averages over `fast` to `slow` bars.
    public Kama(int period, int fast, int slow, InputPrice input) {
        super(input, "kama");
        Periods.requireFastBelowSlow(fast, slow);
        prices = new Window(Periods.require("a KAMA", period, 1));
        moves = new RollingSum(period);
        fastWeight = 2.0 / (fast + 1.0);
        slowWeight = 2.0 / (slow + 1.0);
    }

    @Override
    void onPrice(double price) {
        if (!Double.isNaN(last)) {
            moves.add(Math.abs(price - last));
        }
        last = price;
        boolean begun = prices.isFull();
        double ago = prices.add(price);
        if (begun) {
            kama += (price - kama) * weight(Math.abs(price - ago));
        } else if (prices.isFull()) {
            kama = price;
        }
        set(0, kama);
    }

    private double weight(double distance) {
        double way = moves.value();
        double efficiency = way == 0 ? 0 : distance / way;
        double root = efficiency * (fastWeight - slowWeight) + slowWeight;
        return root * root;
    }
}
