package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import java.util.List;

/// Which sides a strategy takes.
enum Direction {
    BOTH,
    LONG,
    SHORT;

    static final Parameter PARAMETER = new Parameter.Choice(
            "direction", "Which positions it takes: long, short, or both.", "both", List.of("both", "long", "short"));

    static Direction of(ParameterValues values) {
        return switch (values.choice("direction")) {
            case "long" -> LONG;
            case "short" -> SHORT;
            default -> BOTH;
        };
    }

    boolean allows(Side side) {
        return this == BOTH || (this == LONG) == (side == Side.BUY);
    }
}
