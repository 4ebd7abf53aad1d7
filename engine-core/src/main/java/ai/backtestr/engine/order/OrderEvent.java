package ai.backtestr.engine.order;

import java.util.Locale;

/// Something that happened to an order.
///
/// @param timeNs when, nanoseconds since the epoch, UTC: the time at the market, which for what a message brings
///     about is that of its arrival, for an expiry its deadline, and for all else that of the tick
/// @param kind what
/// @param quantity how much was placed, filled or modified to; else 0
/// @param price at which price it was filled or triggered; else 0
/// @param reason why, in words; empty where nothing needs explaining
public record OrderEvent(long timeNs, Kind kind, long quantity, long price, String reason) {
    /// What can happen.
    public enum Kind {
        PLACED,
        ACCEPTED,
        TRIGGERED,
        PARTIALLY_FILLED,
        FILLED,
        MODIFIED,
        CHANGE_REFUSED,
        CANCELLED,
        EXPIRED,
        REJECTED;

        /// Tells whether the order ends with it.
        public boolean isEnd() {
            return this == FILLED || this == CANCELLED || this == EXPIRED || this == REJECTED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
