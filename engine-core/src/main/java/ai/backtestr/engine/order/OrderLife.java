package ai.backtestr.engine.order;

import java.util.List;

/// All that happened to an order.
///
/// @param order as it was placed
/// @param filledQuantity how much of it was filled
/// @param events what happened, in order; the first says that it was placed
/// @param changes the prices that it was changed to, in order; where a trailing stop went by itself is not among
///     them
/// @param last the prices that it waits for, or waited for last; those of a trailing stop as far as it has come
public record OrderLife(
        Order order, long filledQuantity, List<OrderEvent> events, List<OrderPrices> changes, OrderPrices last) {
    public OrderLife {
        events = List.copyOf(events);
        changes = List.copyOf(changes);
    }

    /// Tells whether it is still to be filled when the data ends.
    public boolean isOpen() {
        return events.stream().noneMatch(event -> event.kind().isEnd());
    }

    /// Returns what happened last, apart from changes that came too late.
    public OrderEvent.Kind status() {
        OrderEvent.Kind status = OrderEvent.Kind.PLACED;
        for (OrderEvent event : events) {
            if (event.kind() != OrderEvent.Kind.CHANGE_REFUSED) {
                status = event.kind();
            }
        }
        return status;
    }
}
