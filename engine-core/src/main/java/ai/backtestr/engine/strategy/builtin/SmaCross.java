package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.indicator.Sma;
import ai.backtestr.engine.strategy.StrategyDefinition;

/// Follows the trend: long while a fast simple moving average of closes is above a slow one, short while below.
///
/// Source: Brock, Lakonishok and LeBaron, "Simple technical trading rules and the stochastic properties of stock
/// returns", The Journal of Finance 47 (1992).
public final class SmaCross {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "sma-cross",
            "SMA cross",
            "Long while the fast simple moving average of closes is above the slow one, short while below.",
            Cross.PARAMETERS,
            values -> new Cross(values, period -> new Sma(period, InputPrice.CLOSE)));

    private SmaCross() {}
}
