package ai.backtestr.engine.order;

import java.util.List;

/// All that happened to an order.
///
/// @param order as it was placed
/// @param filledQuantity how much of it was filled
/// @param events what happened, in order; the first says that it was placed
public record OrderLife(Order order, long filledQuantity, List<OrderEvent> events) {
    public OrderLife {
        events = List.copyOf(events);
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
