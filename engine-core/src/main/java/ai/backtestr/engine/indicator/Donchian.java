package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Donchian channel: the highest high and the lowest low of the `period` bars before this one, and the middle
/// between.
///
/// The present bar is left out, so that a close beyond a band is a breakout; this is the convention of the
/// published Stock.Indicators values. Where another program includes it, its value is ours of one bar later. Ready
/// at bar `period` + 1.
public final class Donchian extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "donchian",
            "Donchian channel",
            "The highest high and the lowest low of the bars before this one.",
            List.of(Settable.period(20, "Bars in the channel.")),
            null,
            Placement.OVERLAY,
            s -> new Donchian(s.bars("period")));

    private final RollingRange range;

    /// Looks back over `period` bars, from 1.
    public Donchian(int period) {
        super("upper", "middle", "lower");
        range = new RollingRange(Periods.require("a Donchian channel", period, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        if (range.isReady()) {
            set(0, range.highest());
            set(1, range.middle());
            set(2, range.lowest());
        }
        range.add(BarValues.high(bars, index), BarValues.low(bars, index));
    }
}
