package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Atr;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategySetup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Turns what a strategy wants to hold into orders: enters with a market order, turns round, leaves, and protects
/// each entry with a stop and a target some average true ranges away.
///
/// It works in accounts that net positions and in those that keep them apart. Whatever it ordered before is
/// cancelled first, so that at most one entry with its exits stands.
final class SignalTrader {
    private static final BigDecimal MOST_RANGES = new BigDecimal("100");

    private final Direction direction;
    private final Sizing sizing;
    private final double stopRanges;
    private final double targetRanges;
    private final Atr range;
    private double unitsPerPrice;
    private int side;
    private long entryId;

    SignalTrader(ParameterValues values) {
        direction = Direction.of(values);
        sizing = new Sizing(values);
        stopRanges = values.decimal("stop").doubleValue();
        targetRanges = values.decimal("target").doubleValue();
        range = new Atr(values.wholeNumber("atr"));
        if (sizing.needsStop() && stopRanges == 0) {
            throw new IllegalArgumentException("parameter sizing: risk needs a stop above 0");
        }
    }

    /// Returns a strategy's own parameters followed by those that are read here.
    ///
    /// @param stop default of the stop, in average true ranges
    /// @param atr default of the bars in the average true range
    static List<Parameter> withParameters(List<Parameter> own, String stop, int atr) {
        List<Parameter> all = new ArrayList<>(own);
        all.addAll(Sizing.PARAMETERS);
        all.add(Direction.PARAMETER);
        all.add(ranges(
                "stop", "Distance of the protective stop from the entry, in average true ranges; 0 for none.", stop));
        all.add(ranges(
                "target", "Distance of the profit target from the entry, in average true ranges; 0 for none.", "0"));
        all.add(new Parameter.WholeNumber("atr", "Bars in the average true range.", atr, 1, 10_000));
        return List.copyOf(all);
    }

    private static Parameter ranges(String name, String description, String value) {
        return new Parameter.DecimalNumber(name, description, new BigDecimal(value), BigDecimal.ZERO, MOST_RANGES);
    }

    /// Asks for the average true range of `timeframe`.
    void prepare(StrategySetup setup, Timeframe timeframe) {
        sizing.prepare(setup.instrument());
        unitsPerPrice = FixedPoint.powerOfTen(setup.instrument().priceScale());
        setup.indicator(timeframe, range);
    }

    /// Tells whether distances are known where there are any.
    boolean isReady() {
        return (stopRanges == 0 && targetRanges == 0) || range.isReady();
    }

    /// Returns so many average true ranges at the instrument's price scale, 1 at least.
    long distance(double ranges) {
        return Math.max(1, Math.round(ranges * range.value() * unitsPerPrice));
    }

    /// Returns 1 while it is long or about to be, -1 while short, 0 while it is out.
    int side() {
        return side;
    }

    /// Has the strategy hold `wanted`; where it takes no such positions, it leaves what it holds.
    void enter(Side wanted, StrategyContext context) {
        if (side == wanted.sign()) {
            return;
        }
        long stop = stopRanges == 0 ? 0 : distance(stopRanges);
        long quantity = direction.allows(wanted) ? sizing.of(context, wanted, stop) : 0;
        if (quantity == 0) {
            leave(context);
            return;
        }
        context.cancelAll();
        OrderRequest entry = OrderRequest.market(wanted, closing(wanted, context) + quantity);
        entryId = stopRanges == 0 && targetRanges == 0 ? context.submit(entry) : protectedEntry(entry, stop, context);
        side = wanted.sign();
    }

    /// Returns how much of the entry closes what is held: where positions are netted one order turns them round.
    private static long closing(Side wanted, StrategyContext context) {
        if (context.accountMode() == AccountMode.HEDGING) {
            context.closeAll();
            return 0;
        }
        return Math.max(0, -wanted.sign() * context.position());
    }

    private long protectedEntry(OrderRequest entry, long stop, StrategyContext context) {
        int sign = entry.side().sign();
        long price = context.takerPrice(entry.side());
        long target = targetRanges == 0 ? 0 : Math.max(1, price + sign * distance(targetRanges));
        return context.bracket(entry, stop == 0 ? 0 : Math.max(1, price - sign * stop), target)
                .entry();
    }

    /// Has the strategy hold nothing.
    void leave(StrategyContext context) {
        if (side != 0) {
            context.cancelAll();
            context.closeAll();
            side = 0;
        }
    }

    /// Takes in that a stop or target has closed the position.
    void onFill(Fill fill, StrategyContext context) {
        if (fill.orderId() != entryId && context.position() == 0) {
            side = 0;
        }
    }

    /// Takes in that the entry came to nothing: then nothing is held.
    void onOrder(Order order, OrderEvent event, StrategyContext context) {
        if (order.id() == entryId && event.kind() == OrderEvent.Kind.REJECTED) {
            leave(context);
        }
    }
}
