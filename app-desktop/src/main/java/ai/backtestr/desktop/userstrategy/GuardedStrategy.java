package ai.backtestr.desktop.userstrategy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategySetup;

/// A user's strategy, each call of which is watched.
final class GuardedStrategy implements Strategy {
    private final Strategy strategy;
    private final LoadedVersion version;
    private final WatchedCalls calls;

    GuardedStrategy(Strategy strategy, LoadedVersion version) {
        this.strategy = strategy;
        this.version = version;
        calls = version.calls();
    }

    @Override
    public void prepare(StrategySetup setup) {
        version.watch().add(calls);
        calls.enter();
        try {
            strategy.prepare(setup);
        } catch (Throwable e) {
            throw version.explained(calls.failure("prepare", LoadedVersion.unchecked(e)));
        }
        calls.leave("prepare");
    }

    @Override
    public void onStart(StrategyContext context) {
        calls.enter();
        try {
            strategy.onStart(context);
        } catch (Throwable e) {
            throw calls.failure("onStart", e);
        }
        calls.leave("onStart");
    }

    @Override
    public void onTick(StrategyContext context) {
        calls.enter();
        try {
            strategy.onTick(context);
        } catch (Throwable e) {
            throw calls.failure("onTick", e);
        }
        calls.leave("onTick");
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        calls.enter();
        try {
            strategy.onBar(bars, context);
        } catch (Throwable e) {
            throw calls.failure("onBar", e);
        }
        calls.leave("onBar");
    }

    @Override
    public void onFill(Fill fill, StrategyContext context) {
        calls.enter();
        try {
            strategy.onFill(fill, context);
        } catch (Throwable e) {
            throw calls.failure("onFill", e);
        }
        calls.leave("onFill");
    }

    @Override
    public void onOrder(Order order, OrderEvent event, StrategyContext context) {
        calls.enter();
        try {
            strategy.onOrder(order, event, context);
        } catch (Throwable e) {
            throw calls.failure("onOrder", e);
        }
        calls.leave("onOrder");
    }

    @Override
    public void onTimer(long dueNs, StrategyContext context) {
        calls.enter();
        try {
            strategy.onTimer(dueNs, context);
        } catch (Throwable e) {
            throw calls.failure("onTimer", e);
        }
        calls.leave("onTimer");
    }

    @Override
    public void onStop(StrategyContext context) {
        calls.enter();
        try {
            strategy.onStop(context);
        } catch (Throwable e) {
            throw calls.failure("onStop", e);
        }
        calls.leave("onStop");
        version.watch().remove(calls);
    }
}
