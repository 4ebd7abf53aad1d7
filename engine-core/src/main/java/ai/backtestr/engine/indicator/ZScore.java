package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Z-score: how many population standard deviations the price is above the mean of the last `period` prices, itself
/// included.
///
/// Ready at bar `period`. Where all prices are the same it is 0.
public final class ZScore extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "zscore",
            "Z-score",
            "How many standard deviations the price is above its mean.",
            List.of(Settable.bars("period", 20, 2, "Bars in the mean.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new ZScore(s.bars("period"), s.input()));

    private final RollingDeviation spread;

    /// Looks back over `period` bars, from 2.
    public ZScore(int period, InputPrice input) {
        super(input, "zscore");
        spread = new RollingDeviation(Periods.require("a z-score", period, 2));
    }

    @Override
    void onPrice(double price) {
        spread.add(price);
        if (spread.isReady()) {
            double deviation = spread.deviation();
            set(0, deviation == 0 ? 0 : (price - spread.mean()) / deviation);
        }
    }
}
