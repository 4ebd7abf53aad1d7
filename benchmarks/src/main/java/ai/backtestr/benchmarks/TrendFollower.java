package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.indicator.Rsi;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.util.List;

/// A strategy that looks at closed bars alone, for benchmarks: long or short by two averages on 15 minutes, never
/// both against the relative strength. Three indicators; a position is held nearly all the time, and its equity
/// followed over every tick.
final class TrendFollower implements Strategy {
    static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "trend-follower", "Trend follower", "Follows two averages.", List.of(), values -> new TrendFollower());

    private static final long QUANTITY = 100_000; // a thousand units

    private final Ema fast = new Ema(12);
    private final Ema slow = new Ema(26);
    private final Rsi strength = new Rsi(14, InputPrice.CLOSE);

    @Override
    public void prepare(StrategySetup setup) {
        setup.indicator(Timeframe.FIFTEEN_MINUTES, fast);
        setup.indicator(Timeframe.FIFTEEN_MINUTES, slow);
        setup.indicator(Timeframe.FIFTEEN_MINUTES, strength);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        boolean rises = fast.value() > slow.value() && strength.value() < 80;
        boolean falls = fast.value() < slow.value() && strength.value() > 20;
        long wanted = rises ? QUANTITY : falls ? -QUANTITY : context.position();
        long change = wanted - context.position();
        if (change > 0) {
            context.buy(change);
        } else if (change < 0) {
            context.sell(-change);
        }
    }
}
