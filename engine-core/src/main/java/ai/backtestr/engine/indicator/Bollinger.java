package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;
import java.util.Set;

/// Bollinger bands: the simple average of `period` prices, and `deviations` population standard deviations above
/// and below it; where the price lies between the bands, 0 at the lower and 1 at the upper (%B); and the width of
/// the bands over the average.
///
/// Ready at bar `period`. Where the bands are one, %B is 0.5; where the average is 0, the width is 0. The bands
/// equal TA-Lib's BBANDS.
///
/// Source: John Bollinger, Bollinger on Bollinger Bands (2001).
public final class Bollinger extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "bollinger",
            "Bollinger bands",
            "The mean price and bands some standard deviations around it.",
            List.of(
                    Settable.bars("period", 20, 2, "Bars in the mean."),
                    Settable.factor("deviations", "2", "Standard deviations from the mean to a band.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            Set.of("percent-b", "width"),
            s -> new Bollinger(s.bars("period"), s.number("deviations"), s.input()));

    private final double deviations;
    private final RollingDeviation spread;

    /// Averages over `period` bars, from 2; the bands are `deviations` away.
    public Bollinger(int period, double deviations, InputPrice input) {
        super(input, "upper", "middle", "lower", "percent-b", "width");
        this.deviations = deviations;
        spread = new RollingDeviation(Periods.require("a Bollinger band", period, 2));
    }

    @Override
    void onPrice(double price) {
        spread.add(price);
        if (spread.isReady()) {
            setBands(price, spread.mean(), deviations * spread.deviation());
        }
    }

    private void setBands(double price, double middle, double distance) {
        set(0, middle + distance);
        set(1, middle);
        set(2, middle - distance);
        set(3, distance == 0 ? 0.5 : (price - middle + distance) / (2 * distance));
        set(4, middle == 0 ? 0 : 2 * distance / middle);
    }
}
