package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.indicator.Rsi;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderChange;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Bracket;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy of the busy kind, for benchmarks: it hears of every tick and has orders in the market at all times.
///
/// An entry by limit waits 10 pips behind the price on the side of the trend, and is moved after a price that has
/// run 30 pips off; once filled, it is left by a stop or a target 10 pips away. Three indicators on minutes.
final class Scalper implements Strategy {
    static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "scalper", "Scalper", "Buys dips and sells rallies.", List.of(), values -> new Scalper());

    private static final long PIPS = 10;
    private static final long BEHIND = 10 * PIPS;
    private static final long OFF = 30 * PIPS;
    private static final long QUANTITY = 100_000; // a thousand units

    private final Ema fast = new Ema(12);
    private final Ema slow = new Ema(26);
    private final Rsi strength = new Rsi(14, InputPrice.CLOSE);
    private @Nullable Bracket bracket;
    private Side side = Side.BUY;
    private long entryPrice;
    private boolean entered;

    @Override
    public void prepare(StrategySetup setup) {
        setup.listenToTicks();
        setup.indicator(Timeframe.ONE_MINUTE, fast);
        setup.indicator(Timeframe.ONE_MINUTE, slow);
        setup.indicator(Timeframe.ONE_MINUTE, strength);
    }

    @Override
    public void onTick(StrategyContext context) {
        long bid = context.bid();
        Bracket placed = bracket;
        if (placed == null) {
            enter(bid, context);
        } else if (!entered && Math.abs(bid - entryPrice) > OFF) {
            entryPrice = behind(bid);
            context.modify(placed.entry(), OrderChange.limit(entryPrice));
        }
    }

    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        Bracket placed = bracket;
        if (placed != null && event.kind().isEnd()) {
            entered |= order.id() == placed.entry();
            bracket = order.id() == placed.stop() ? null : placed;
        }
    }

    private void enter(long bid, StrategyContext context) {
        entered = false;
        boolean rising = fast.value() > slow.value() && strength.value() < 80;
        side = rising ? Side.BUY : Side.SELL;
        entryPrice = behind(bid);
        OrderRequest entry = OrderRequest.limit(side, QUANTITY, entryPrice);
        long sign = side.sign();
        bracket = context.bracket(entry, entryPrice - sign * BEHIND, entryPrice + sign * BEHIND);
    }

    private long behind(long price) {
        return price - side.sign() * BEHIND;
    }
}
