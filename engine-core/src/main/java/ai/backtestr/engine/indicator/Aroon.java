package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Aroon, 0 to 100: how recent the highest high of this bar and the `period` bars before is, `100 (period - bars
/// since) / period`, the same of the lowest low, and the difference of the two, the oscillator.
///
/// Ready at bar `period` + 1. Of equal highs or lows the earliest counts, as in the published Stock.Indicators
/// values; TA-Lib counts the latest.
///
/// Source: Tushar S. Chande, A Time Price Oscillator, Stocks & Commodities 13:9 (1995).
public final class Aroon extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "aroon",
            "Aroon",
            "How recent the highest high and the lowest low are, 0 to 100, and the difference.",
            List.of(Settable.period(25, "Bars to look back.")),
            null,
            Placement.PANE,
            s -> new Aroon(s.bars("period")));

    private final int period;
    private final RollingRange range;

    /// Looks back over `period` bars, from 1.
    public Aroon(int period) {
        super("up", "down", "oscillator");
        this.period = Periods.require("an Aroon", period, 1);
        range = new RollingRange(period + 1);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        range.add(BarValues.high(bars, index), BarValues.low(bars, index));
        if (range.isReady()) {
            double up = 100.0 * (period - range.highestAge()) / period;
            double down = 100.0 * (period - range.lowestAge()) / period;
            set(0, up);
            set(1, down);
            set(2, up - down);
        }
    }
}
