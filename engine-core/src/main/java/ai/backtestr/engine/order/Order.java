package ai.backtestr.engine.order;

/// An order as it was placed.
///
/// @param id number of the order within its run, from 1
/// @param request what was asked for
/// @param placedNs time of the tick on which it was placed, nanoseconds since the epoch, UTC
public record Order(long id, OrderRequest request, long placedNs) {
    /// Returns buy or sell.
    public Side side() {
        return request.side();
    }

    /// Returns how much was asked for.
    public long quantity() {
        return request.quantity();
    }
}
