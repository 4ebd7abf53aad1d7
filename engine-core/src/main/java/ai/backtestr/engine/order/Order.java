package ai.backtestr.engine.order;

/// A market order.
///
/// @param id number of the order within its run, from 1
/// @param side buy or sell
/// @param quantity how much, above 0, at the instrument's quantity scale
/// @param placedNs time of the tick on which it was placed, nanoseconds since the epoch, UTC
public record Order(long id, Side side, long quantity, long placedNs) {
    public Order {
        if (quantity <= 0) {
            throw new IllegalArgumentException("an order needs a quantity above 0, not " + quantity);
        }
    }
}
