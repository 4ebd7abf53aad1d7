package ai.backtestr.engine.replay;

import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.RunState;

/// Tells whether a change by hand moves an order that waits to where it still waits: one that would act at once is
/// more likely to be a slip of the hand than what was meant.
public final class HandChange {
    private HandChange() {}

    /// @throws IllegalArgumentException if it is a change of an order that does not wait any more, or would act at
    ///     once
    static void require(HandOrder order, RunState state) {
        if (order.kind() != HandOrder.Kind.MODIFY) {
            return;
        }
        OrderLife life = state.openOrders().stream()
                .filter(open -> open.order().id() == order.quantity())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("order " + order.quantity() + " has ended and cannot be changed"));
        boolean actsOnTrigger = order.stop() != 0 && actsAtOnce(life, order.stop(), state);
        boolean actsOnLimit = order.stop() == 0 && actsAtOnce(life, order.price(), state);
        if (actsOnTrigger || actsOnLimit) {
            throw new IllegalArgumentException(
                    "order " + order.quantity() + " would act at once there; move it to the other side of the market");
        }
    }

    /// Tells whether an order that waits would act on the quote as it stands, were its first price `price`: a stop
    /// that the side it crosses has reached, a touch or a limit that is as good as the quote.
    ///
    /// @param price at the instrument's price scale
    public static boolean actsAtOnce(OrderLife life, long price, RunState state) {
        OrderType type = life.order().request().type();
        boolean isBuy = life.order().side() == Side.BUY;
        long quote = isBuy ? Math.max(state.bid(), state.ask()) : Math.min(state.bid(), state.ask());
        boolean waitsForWorse = type == OrderType.STOP
                || type == OrderType.STOP_LIMIT
                || type == OrderType.TRAILING_STOP
                || type == OrderType.TRAILING_STOP_LIMIT;
        return waitsForWorse == isBuy ? quote >= price : quote <= price;
    }
}
