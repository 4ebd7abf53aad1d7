package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Donchian;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.util.List;

/// Follows the trend as the Turtles did: long when a bar closes above the highest high of the bars before it, short
/// below the lowest low; leaves at the opposite end of a shorter channel, or at a stop two average true ranges
/// away.
///
/// The Turtles entered within the bar, added to winners and skipped signals after a win; this does none of these.
///
/// Source: Curtis M. Faith, Way of the Turtle (2007), system 1.
public final class DonchianTrend extends SignalStrategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "donchian-trend",
            "Donchian trend",
            "Long when a bar closes above the channel of the bars before, short below it; leaves at a shorter channel or"
                    + " at a stop.",
            SignalTrader.withParameters(
                    List.of(
                            new Parameter.WholeNumber("entry", "Bars in the channel that it enters at.", 20, 1, 10_000),
                            new Parameter.WholeNumber(
                                    "exit", "Bars in the channel that it leaves at; at most as many.", 10, 1, 10_000),
                            new Parameter.BarLength("timeframe", "Length of the bars.", Timeframe.ONE_HOUR)),
                    "2",
                    20),
            DonchianTrend::new);

    private final Donchian entry;
    private final Donchian exit;

    private DonchianTrend(ParameterValues values) {
        super(values);
        int entryBars = values.wholeNumber("entry");
        int exitBars = values.wholeNumber("exit");
        if (exitBars > entryBars) {
            throw new IllegalArgumentException("parameter exit: " + exitBars + " is above entry, " + entryBars);
        }
        entry = new Donchian(entryBars);
        exit = new Donchian(exitBars);
    }

    @Override
    public void prepare(StrategySetup setup) {
        super.prepare(setup);
        setup.indicator(timeframe, entry);
        setup.indicator(timeframe, exit);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (!entry.isReady() || !trader.isReady()) {
            return;
        }
        double close = lastClose(bars);
        if (close > entry.value(0) || close < entry.value(2)) {
            turnTo(close > entry.value(0), context);
        } else if (trader.side() > 0 ? close < exit.value(2) : close > exit.value(0)) {
            trader.leave(context);
        }
    }
}
