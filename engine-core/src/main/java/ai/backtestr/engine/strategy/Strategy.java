package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;

/// Decides when to buy and sell. Every method is called on the engine thread, and none at the same time as another.
///
/// A strategy sees the past only: ticks up to the present one, bars that have closed, indicators of those. What it
/// orders is executed on a later tick.
///
/// A strategy that trades several instruments is called with the context of the one concerned: the one that ticked,
/// whose bar closed, whose order was filled; on start, timers and stop with that of the main one.
/// [StrategyContext#of] gives the others. Bars of all its instruments that end with the clock close together, on
/// the first tick of any of them at or after their end; calls go from the main instrument on.
///
/// On each tick the calls come in this order: [#onStart] (first tick only), [#onOrder] and [#onFill] for what
/// became of its orders, [#onBar], [#onTimer], [#onTick].
public interface Strategy {
    /// Asks for the bars, indicators and events it will need. Called once, before the first tick.
    void prepare(StrategySetup setup);

    /// Hears that the run has begun: there is a first tick, which has closed no bar yet.
    default void onStart(StrategyContext context) {}

    /// Hears of a tick, after orders were executed against it and the bars it ends have closed. Called only if
    /// [StrategySetup#listenToTicks()] was.
    default void onTick(StrategyContext context) {}

    /// Hears that a bar has closed: the last one of `bars`, one of the series asked for. Where several timeframes
    /// close on the same tick, all are closed and their indicators brought up to date before the first call; calls
    /// go from the shortest timeframe to the longest.
    ///
    /// On one tick it hears first of bars that had ended with the clock, then of those that the tick itself
    /// completes: bars of ticks, volume, range, bricks. Of several bricks it hears one by one, each before the next
    /// is there.
    default void onBar(BarSeries bars, StrategyContext context) {}

    /// Hears that one of its orders was executed, before it hears so by [#onOrder].
    default void onFill(Fill fill, StrategyContext context) {}

    /// Hears what became of an order, its own or one by which the broker closes a position.
    default void onOrder(Order order, OrderEvent event, StrategyContext context) {}

    /// Hears that a time has come for which it set [StrategyContext#wakeAt]: on the first tick at or after it.
    ///
    /// @param dueNs the time that was set
    default void onTimer(long dueNs, StrategyContext context) {}

    /// Hears that the last tick was taken in. What it orders now is never executed.
    default void onStop(StrategyContext context) {}
}
