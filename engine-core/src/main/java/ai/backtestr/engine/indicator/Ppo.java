package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Percentage price oscillator: as the MACD ([Macd]), with the line in percent of the slow EMA.
///
/// The line is ready at bar `slow`, signal and histogram `signal` - 1 bars later. The line is 0 where the slow EMA
/// is. Formula and beginning are those of the published Stock.Indicators values of the PVO, which is the same of
/// volumes. TA-Lib's PPO takes simple averages unless told otherwise.
public final class Ppo extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "ppo",
            "Percentage price oscillator",
            "How far a fast exponential average is above a slow one in percent of it, and the average of that.",
            List.of(
                    Settable.bars("fast", 12, 1, "Bars in the fast average; fewer than in the slow."),
                    Settable.bars("slow", 26, 2, "Bars in the slow average."),
                    Settable.bars("signal", 9, 1, "Bars in the average of the line.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Ppo(s.bars("fast"), s.bars("slow"), s.bars("signal"), s.input()));

    private final Average fast;
    private final Average slow;
    private final Average signal;

    /// Averages over `fast` and `slow` bars, and the line over `signal` bars, from 1 each.
    public Ppo(int fast, int slow, int signal, InputPrice input) {
        super(input, "ppo", "signal", "histogram");
        Periods.requireFastBelowSlow(Periods.require("a PPO", fast, 1), slow);
        this.fast = ExponentialAverage.ofPeriod(fast);
        this.slow = ExponentialAverage.ofPeriod(slow);
        this.signal = ExponentialAverage.ofPeriod(Periods.require("the signal of a PPO", signal, 1));
    }

    @Override
    void onPrice(double price) {
        double fastEma = fast.add(price);
        double slowEma = slow.add(price);
        if (Double.isNaN(slowEma)) {
            return;
        }
        double line = slowEma == 0 ? 0 : 100 * (fastEma - slowEma) / slowEma;
        double average = signal.add(line);
        set(0, line);
        set(1, average);
        set(2, line - average);
    }
}
