package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategySetup;
import java.util.List;
import java.util.function.IntFunction;

/// Follows the trend by a fast and a slow moving average of closes: when a bar closes on which the fast one has
/// crossed the slow one, it turns to the side of the fast one. It is flat until the first cross.
final class Cross extends SignalStrategy {
    static final List<Parameter> PARAMETERS = SignalTrader.withParameters(
            List.of(
                    new Parameter.WholeNumber("fast", "Bars in the fast average.", 12, 1, 10_000),
                    new Parameter.WholeNumber(
                            "slow", "Bars in the slow average; more than in the fast.", 26, 2, 10_000),
                    new Parameter.BarLength("timeframe", "Length of the bars.", Timeframe.FIFTEEN_MINUTES)),
            "0",
            14);

    private final BarIndicator fast;
    private final BarIndicator slow;
    private int lastSide;

    /// @param average makes a moving average over so many bars
    Cross(ParameterValues values, IntFunction<BarIndicator> average) {
        super(values);
        int fastPeriod = values.wholeNumber("fast");
        int slowPeriod = values.wholeNumber("slow");
        if (fastPeriod >= slowPeriod) {
            throw new IllegalArgumentException("parameter fast: " + fastPeriod + " is not below slow, " + slowPeriod);
        }
        fast = average.apply(fastPeriod);
        slow = average.apply(slowPeriod);
    }

    @Override
    public void prepare(StrategySetup setup) {
        super.prepare(setup);
        setup.indicator(timeframe, fast);
        setup.indicator(timeframe, slow);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (!slow.isReady()) {
            return;
        }
        int now = (int) Math.signum(fast.value() - slow.value());
        if (now == 0) {
            return;
        }
        if (lastSide != 0 && now != lastSide && trader.isReady()) {
            turnTo(now > 0, context);
        }
        lastSide = now;
    }
}
