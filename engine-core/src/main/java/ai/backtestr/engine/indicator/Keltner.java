package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Keltner channel: the EMA of `period` prices, and `factor` times the average true range of `atr` bars above and
/// below it.
///
/// Ready at bar `period` or bar `atr` + 1, whichever is later. This is the later form with EMA and ATR, and the
/// published Stock.Indicators values; Keltner's own of 1960 took simple averages of typical price and of high less
/// low.
///
/// Source: Linda Bradford Raschke and Laurence A. Connors, Street Smarts (1996).
public final class Keltner extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "keltner",
            "Keltner channel",
            "An exponential average and bands some average true ranges around it.",
            List.of(
                    Settable.period(20, "Bars in the average."),
                    Settable.factor("factor", "2", "Average true ranges from the average to a band."),
                    Settable.bars("atr", 10, 1, "Bars in the average true range.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Keltner(s.bars("period"), s.number("factor"), s.bars("atr"), s.input()));

    private final InputPrice input;
    private final double factor;
    private final Average average;
    private final AverageTrueRange ranges;

    /// Averages prices over `period` bars and true ranges over `atr` bars, from 1 each; the bands are `factor`
    /// ranges away.
    public Keltner(int period, double factor, int atr, InputPrice input) {
        super("upper", "middle", "lower");
        this.input = input;
        this.factor = factor;
        average = ExponentialAverage.ofPeriod(Periods.require("a Keltner channel", period, 1));
        ranges = new AverageTrueRange(Periods.require("the ATR of a Keltner channel", atr, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double middle = average.add(input.of(bars, index));
        double distance = factor * ranges.add(bars, index);
        if (!Double.isNaN(middle + distance)) {
            set(0, middle + distance);
            set(1, middle);
            set(2, middle - distance);
        }
    }
}
