package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Stochastic oscillator, 0 to 100. %K is where the close lies between the lowest low and the highest high of
/// `period` bars, averaged over `smooth` bars; %D is the simple average of `signal` values of %K. The fast form
/// does not average %K.
///
/// %K is ready at bar `period` + `smooth` - 1, %D `signal` - 1 bars later. Where highest and lowest are the same,
/// the place in the range is 0. Equals TA-Lib's STOCH and STOCHF, which leave %K out until %D is ready.
///
/// Source: George C. Lane, Lane's Stochastics, Stocks & Commodities 2:3 (1984).
public final class Stochastic extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "stochastic",
            "Slow stochastic",
            "Where the close lies in the range of the last bars, 0 to 100, averaged twice.",
            List.of(
                    Settable.period(14, "Bars in the range."),
                    Settable.bars("smooth", 3, 1, "Bars in %K."),
                    Settable.bars("signal", 3, 1, "Bars in the average of %K, %D.")),
            null,
            Placement.PANE,
            s -> new Stochastic(s.bars("period"), s.bars("smooth"), s.bars("signal")));

    /// How its fast form is listed and set.
    public static final IndicatorDefinition FAST = new IndicatorDefinition(
            "fast-stochastic",
            "Fast stochastic",
            "Where the close lies in the range of the last bars, 0 to 100, and its average.",
            List.of(
                    Settable.period(14, "Bars in the range."),
                    Settable.bars("signal", 3, 1, "Bars in the average of %K.")),
            null,
            Placement.PANE,
            s -> new Stochastic(s.bars("period"), 1, s.bars("signal")));

    private final RollingRange range;
    private final Average smoothing;
    private final Average signal;

    /// Looks back over `period` bars, averages that over `smooth` bars, 1 for the fast form, and that over `signal`
    /// bars.
    public Stochastic(int period, int smooth, int signal) {
        super("k", "d");
        range = new RollingRange(Periods.require("a stochastic", period, 1));
        smoothing = new SimpleAverage(Periods.require("the %K of a stochastic", smooth, 1));
        this.signal = new SimpleAverage(Periods.require("the %D of a stochastic", signal, 1));
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        range.add(BarValues.high(bars, index), BarValues.low(bars, index));
        if (range.isReady()) {
            double k = smoothing.add(range.percent(BarValues.close(bars, index)));
            set(0, k);
            set(1, Double.isNaN(k) ? k : signal.add(k));
        }
    }
}
