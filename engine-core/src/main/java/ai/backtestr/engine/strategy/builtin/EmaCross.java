package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.indicator.Ema;
import ai.backtestr.engine.strategy.StrategyDefinition;

/// Follows the trend: long while a fast exponential moving average of closes is above a slow one, short while
/// below.
///
/// When a bar closes on which the fast average has crossed the slow one, it turns the position round with one
/// market order, which the next tick fills. It is flat until the first cross.
///
/// Source: the averages of Gerald Appel's MACD, Technical Analysis: Power Tools for Active Investors (2005).
public final class EmaCross {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "ema-cross",
            "EMA cross",
            "Long while the fast exponential moving average of closes is above the slow one, short while below.",
            Cross.PARAMETERS,
            values -> new Cross(values, Ema::new));

    private EmaCross() {}
}
