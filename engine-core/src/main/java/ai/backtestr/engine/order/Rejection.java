package ai.backtestr.engine.order;

/// An order that was refused before any of it was executed.
///
/// @param timeNs time of the tick on which it was refused, nanoseconds since the epoch, UTC
/// @param order the order
/// @param reason why, in words
public record Rejection(long timeNs, Order order, String reason) {}
