package ai.backtestr.engine.order;

import org.jspecify.annotations.Nullable;

/// Something on its way from the strategy to the market.
///
/// @param arrivalNs when it arrives, nanoseconds since the epoch, UTC
/// @param number from 1, in the order of sending
/// @param kind what it brings
/// @param order the order that it brings or is about
/// @param change what is to be changed; null for other kinds
record Message(
        long arrivalNs,
        long number,
        Kind kind,
        WorkingOrder order,
        @Nullable OrderChange change) {
    /// What a message brings.
    enum Kind {
        ORDER,
        CHANGE,
        CANCEL
    }
}
