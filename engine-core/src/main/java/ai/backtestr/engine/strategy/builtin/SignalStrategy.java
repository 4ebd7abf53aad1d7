package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategySetup;

/// A strategy that decides on each closed bar of one timeframe and holds at most one position.
abstract class SignalStrategy implements Strategy {
    final Timeframe timeframe;
    final SignalTrader trader;

    SignalStrategy(ParameterValues values) {
        timeframe = values.timeframe("timeframe");
        trader = new SignalTrader(values);
    }

    /// Asks for what the trader needs; a strategy adds its own indicators.
    @Override
    public void prepare(StrategySetup setup) {
        trader.prepare(setup, timeframe);
    }

    static double lastClose(BarSeries bars) {
        return InputPrice.CLOSE.of(bars, bars.count() - 1);
    }

    final void turnTo(boolean up, StrategyContext context) {
        trader.enter(up ? Side.BUY : Side.SELL, context);
    }

    @Override
    public final void onFill(Fill fill, StrategyContext context) {
        trader.onFill(fill, context);
    }

    @Override
    public final void onOrder(Order order, OrderEvent event, StrategyContext context) {
        trader.onOrder(order, event, context);
    }
}
