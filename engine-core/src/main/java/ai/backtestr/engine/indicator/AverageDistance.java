package ai.backtestr.engine.indicator;

import ai.backtestr.engine.strategy.Parameter;
import java.util.List;

/// How far a fast exponential average lies from a slow one, the average of that, and the difference of the two.
/// The first is ready at bar `slow`, the others `signal` - 1 bars later.
abstract class AverageDistance extends PriceIndicator {
    static final List<Parameter> SETTABLE = List.of(
            Settable.bars("fast", 12, 1, "Bars in the fast average; fewer than in the slow."),
            Settable.bars("slow", 26, 2, "Bars in the slow average."),
            Settable.bars("signal", 9, 1, "Bars in the average of the line."));

    private final Average fast;
    private final Average slow;
    private final Average signal;

    /// @param name what its line is called
    /// @param title what it is called in messages, such as `a MACD`
    AverageDistance(String name, String title, int fast, int slow, int signal, InputPrice input) {
        super(input, name, "signal", "histogram");
        Periods.requireFastBelowSlow(Periods.require(title, fast, 1), slow);
        this.fast = ExponentialAverage.ofPeriod(fast);
        this.slow = ExponentialAverage.ofPeriod(slow);
        this.signal = ExponentialAverage.ofPeriod(Periods.require("the signal of " + title, signal, 1));
    }

    @Override
    final void onPrice(double price) {
        double fastEma = fast.add(price);
        double slowEma = slow.add(price);
        if (Double.isNaN(slowEma)) {
            return;
        }
        double line = line(fastEma, slowEma);
        double average = signal.add(line);
        set(0, line);
        set(1, average);
        set(2, line - average);
    }

    abstract double line(double fastEma, double slowEma);
}
