package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.PositionSize;
import ai.backtestr.engine.strategy.StrategyContext;
import java.math.BigDecimal;
import java.util.List;

/// How much an entry is for: fixed units, a percentage of equity, or what a stop may lose.
final class Sizing {
    static final Parameter.DecimalNumber QUANTITY = new Parameter.DecimalNumber(
            "quantity",
            "Units to hold, long or short.",
            BigDecimal.ONE,
            new BigDecimal("0.00000001"),
            new BigDecimal("1000000000"));

    private static final String UNITS = "units";
    private static final String EQUITY = "equity";
    private static final String RISK = "risk";

    static final List<Parameter> PARAMETERS = List.of(
            QUANTITY,
            new Parameter.Choice(
                    "sizing",
                    "What decides the quantity: fixed units, a percentage of equity, or a percentage that the stop may"
                            + " lose.",
                    UNITS,
                    List.of(UNITS, EQUITY, RISK)),
            new Parameter.DecimalNumber(
                    "percent",
                    "Percentage of equity bought for, or lost at the stop; unused with fixed units.",
                    BigDecimal.ONE,
                    new BigDecimal("0.01"),
                    new BigDecimal("1000")));

    private final String kind;
    private final BigDecimal units;
    private final BigDecimal percent;
    private long fixed;

    Sizing(ParameterValues values) {
        kind = values.choice("sizing");
        units = values.decimal("quantity");
        percent = values.decimal("percent");
    }

    /// Tells whether an entry needs to know how far away its stop is.
    boolean needsStop() {
        return kind.equals(RISK);
    }

    void prepare(Instrument instrument) {
        fixed = kind.equals(UNITS) ? quantity(units, instrument) : 0;
    }

    /// Returns a number of units at the instrument's scale.
    ///
    /// @throws IllegalArgumentException if it is not traded in such parts
    static long quantity(BigDecimal units, Instrument instrument) {
        int scale = instrument.quantityScale();
        try {
            return FixedPoint.toUnits(units, scale);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "parameter quantity: " + units.toPlainString() + " has more than the " + scale
                            + " decimals this instrument is traded in",
                    e);
        }
    }

    /// Returns the quantity of an entry; 0 where it is not worth an order.
    ///
    /// @param stopDistance how far from the entry its stop is, at the price scale; 0 for no stop
    long of(StrategyContext context, Side side, long stopDistance) {
        PositionSize size = new PositionSize(context.instrument());
        return switch (kind) {
            case UNITS -> fixed;
            case EQUITY -> size.percentOfEquity(equity(context), percent, context.takerPrice(side));
            default -> stopDistance == 0 ? 0 : size.risk(equity(context), percent, stopDistance);
        };
    }

    /// Prices are in the instrument's quote currency, so the equity has to be.
    private static long equity(StrategyContext context) {
        return context.toQuoteCurrency(context.equity());
    }
}
