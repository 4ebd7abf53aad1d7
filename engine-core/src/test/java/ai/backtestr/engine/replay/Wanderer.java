package ai.backtestr.engine.replay;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.run.RandomOrders;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import java.util.List;
import java.util.Random;

/// Orders at random, out of state that nobody else can see: what it does next depends on all it did before.
final class Wanderer implements Strategy {
    private static final int MOST_OPEN = 30;

    private final boolean listens;
    private final Random random;
    private final RandomOrders orders;
    private final Ema average = new Ema(3);

    private Wanderer(long seed, boolean listens) {
        this.listens = listens;
        random = new Random(seed);
        orders = new RandomOrders(random);
    }

    static StrategyDefinition definition(long seed, boolean listens) {
        return new StrategyDefinition(
                "wanderer", "Wanderer", "Wanders.", List.of(), values -> new Wanderer(seed, listens));
    }

    @Override
    public void prepare(StrategySetup setup) {
        setup.indicator(Timeframe.parse("15s"), average);
        setup.bars(Timeframe.ONE_MINUTE);
        setup.averageTrueRange(RandomOrders.RANGE.timeframe(), RandomOrders.RANGE.period());
        if (listens) {
            setup.listenToTicks();
        }
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        if (average.isReady() && random.nextInt(3) == 0) {
            long sign = context.bid() > average.value() * 100 ? 1 : -1;
            act(context, sign);
        }
    }

    @Override
    public void onTick(StrategyContext context) {
        if (random.nextInt(20) == 0) {
            act(context, 1);
        }
    }

    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        if (random.nextInt(30) == 0 && context.openOrders().size() < MOST_OPEN) {
            act(context, -1);
        }
    }

    private void act(StrategyContext context, long sign) {
        if (context.openOrders().size() > MOST_OPEN) {
            context.cancelAll();
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> context.closeAll();
            case 1 ->
                context.bracket(
                        orders.order(context.bid(), context.timeNs()),
                        context.bid() - sign * (1 + random.nextInt(20)),
                        context.bid() + sign * (1 + random.nextInt(20)));
            case 2 -> {
                if (context.accountMode() == AccountMode.NETTING) {
                    context.submit(orders.order(context.bid(), context.timeNs()).asReduceOnly());
                }
            }
            default -> context.submit(orders.order(context.bid(), context.timeNs()));
        }
    }
}
