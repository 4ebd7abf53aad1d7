package ai.backtestr.engine.order;

/// An order's execution.
///
/// @param timeNs time of the tick it was filled on, nanoseconds since the epoch, UTC
/// @param orderId the order
/// @param side buy or sell
/// @param quantity how much, above 0, at the instrument's quantity scale
/// @param price at which price, at the instrument's price scale
/// @param fee commission paid, as [ai.backtestr.engine.number.Money]
public record Fill(long timeNs, long orderId, Side side, long quantity, long price, long fee) {}
