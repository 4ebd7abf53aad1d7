package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Standard deviation of the last `period` prices, of the population: divided by `period`, not by `period` - 1.
///
/// Ready at bar `period`. Equals TA-Lib's STDDEV. The running sums do not drift and keep their digits where the
/// price is large and hardly moves; equal prices give exactly 0.
public final class StandardDeviation extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "stddev",
            "Standard deviation",
            "How far prices lie from their mean.",
            List.of(Settable.bars("period", 20, 2, "Bars in the mean.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new StandardDeviation(s.bars("period"), s.input()));

    private final RollingDeviation spread;

    /// Looks back over `period` bars, from 2.
    public StandardDeviation(int period, InputPrice input) {
        super(input, "stddev");
        spread = new RollingDeviation(Periods.require("a standard deviation", period, 2));
    }

    @Override
    void onPrice(double price) {
        spread.add(price);
        if (spread.isReady()) {
            set(0, spread.deviation());
        }
    }
}
