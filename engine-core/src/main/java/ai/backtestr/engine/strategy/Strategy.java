package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.order.Fill;

/// Decides when to buy and sell. Every method is called on the engine thread, and none at the same time as another.
///
/// A strategy sees the past only: ticks up to the present one, bars that have closed, indicators of those. What it
/// orders is executed on a later tick.
public interface Strategy {
    /// Asks for the bars, indicators and events it will need. Called once, before the first tick.
    void prepare(StrategySetup setup);

    /// Hears of a tick, after orders were executed against it and the bars it ends have closed. Called only if
    /// [StrategySetup#listenToTicks()] was.
    default void onTick(StrategyContext context) {}

    /// Hears that a bar has closed: the last one of `bars`, one of the series asked for. Where several timeframes
    /// close on the same tick, all are closed and their indicators brought up to date before the first call; calls
    /// go from the shortest timeframe to the longest.
    default void onBar(BarSeries bars, StrategyContext context) {}

    /// Hears that one of its orders was executed.
    default void onFill(Fill fill, StrategyContext context) {}
}
