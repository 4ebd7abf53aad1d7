package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Moving average convergence/divergence: the line is the EMA of `fast` bars less the EMA of `slow` bars, the
/// signal is the EMA of the line, the histogram is the line less the signal.
///
/// The line is ready at bar `slow`, signal and histogram `signal` - 1 bars later. Each EMA begins with the mean of
/// its first values ([Ema]), which is the convention of the published Stock.Indicators values. TA-Lib begins the
/// fast EMA later, with the mean of the `fast` bars up to bar `slow`, and leaves the line out until the signal is
/// ready; the two converge as the beginning fades.
///
/// Source: Gerald Appel, Technical Analysis: Power Tools for Active Investors (2005).
public final class Macd extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "macd",
            "MACD",
            "How far a fast exponential average is above a slow one, and the average of that.",
            List.of(
                    Settable.bars("fast", 12, 1, "Bars in the fast average; fewer than in the slow."),
                    Settable.bars("slow", 26, 2, "Bars in the slow average."),
                    Settable.bars("signal", 9, 1, "Bars in the average of the line.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Macd(s.bars("fast"), s.bars("slow"), s.bars("signal"), s.input()));

    private final Average fast;
    private final Average slow;
    private final Average signal;

    /// Averages over `fast` and `slow` bars, and the line over `signal` bars, from 1 each.
    public Macd(int fast, int slow, int signal, InputPrice input) {
        super(input, "macd", "signal", "histogram");
        Periods.requireFastBelowSlow(Periods.require("a MACD", fast, 1), slow);
        this.fast = ExponentialAverage.ofPeriod(fast);
        this.slow = ExponentialAverage.ofPeriod(slow);
        this.signal = ExponentialAverage.ofPeriod(Periods.require("the signal of a MACD", signal, 1));
    }

    @Override
    void onPrice(double price) {
        double fastEma = fast.add(price);
        double slowEma = slow.add(price);
        if (Double.isNaN(slowEma)) {
            return;
        }
        double line = fastEma - slowEma;
        double average = signal.add(line);
        set(0, line);
        set(1, average);
        set(2, line - average);
    }
}
