package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Williams' %R: `-100 (highest high - close) / (highest high - lowest low)` of `period` bars, -100 to 0.
///
/// Ready at bar `period`. Where highest and lowest are the same it is 0. Equals TA-Lib's WILLR.
///
/// Source: Larry Williams, How I Made One Million Dollars Last Year Trading Commodities (1973).
public final class WilliamsR extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "williams-r",
            "Williams %R",
            "Where the close lies in the range of the last bars, -100 to 0.",
            List.of(Settable.period(14, "Bars in the range.")),
            null,
            Placement.PANE,
            s -> new WilliamsR(s.bars("period")));

    private final RollingRange range;

    /// Looks back over `period` bars, from 1.
    public WilliamsR(int period) {
        super("williams-r");
        range = new RollingRange(Periods.require("a Williams %R", period, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        range.add(BarValues.high(bars, index), BarValues.low(bars, index));
        if (range.isReady()) {
            double height = range.highest() - range.lowest();
            double below = range.highest() - BarValues.close(bars, index);
            set(0, height == 0 ? 0 : 0 - 100 * below / height);
        }
    }
}
