package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Average true range: Wilder's average of `max(high, last close) - min(low, last close)`: first the mean of
/// `period` of them, then `atr += (range - atr) / period`.
///
/// The first bar has no true range, so it is ready at bar `period` + 1. Equals TA-Lib's ATR.
///
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class Atr extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "atr",
            "Average true range",
            "How far prices go in a bar, gaps included, on average.",
            List.of(Settable.period(14, "Bars in the average.")),
            null,
            Placement.PANE,
            s -> new Atr(s.bars("period")));

    private final AverageTrueRange ranges;

    /// Averages over `period` bars, from 1.
    public Atr(int period) {
        super("atr");
        ranges = new AverageTrueRange(Periods.require("an ATR", period, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double average = ranges.add(bars, index);
        set(0, average);
    }
}
