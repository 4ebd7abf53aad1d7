package ai.backtestr.engine.explanation;

import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderLife;
import java.util.List;

/// Why a fill came to be as it is, worked out from the ticks and the run's models, apart from the engine that made
/// it.
///
/// @param number the fill, from 1, in the order of the run
/// @param fill what was executed
/// @param life the order's life
/// @param facts what led to it, in the order of time
/// @param rule the rule that decided the price, in a sentence or two
/// @param confirmed whether the ticks and the rule give exactly the price, time and slippage that were booked
public record FillExplanation(int number, Fill fill, OrderLife life, List<Fact> facts, String rule, boolean confirmed) {
    /// One step on the way to it.
    ///
    /// @param name what it is
    /// @param text how it is
    public record Fact(String name, String text) {}

    public FillExplanation {
        facts = List.copyOf(facts);
    }
}
