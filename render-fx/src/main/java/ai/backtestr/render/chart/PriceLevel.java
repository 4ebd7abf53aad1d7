package ai.backtestr.render.chart;

/// A price that counts for a position over a stretch of time.
///
/// @param kind what it is
/// @param fromNs since when, nanoseconds since the epoch, UTC
/// @param toNs until when; `Long.MAX_VALUE` for on and on
/// @param price the price
/// @param label what is written at its end
public record PriceLevel(Kind kind, long fromNs, long toNs, double price, String label) {
    /// What a price is to a position.
    public enum Kind {
        /// The average price of a long position.
        LONG,
        /// The average price of a short position.
        SHORT,
        /// Where it is to end at a loss.
        STOP,
        /// Where it is to end at a profit.
        TARGET,
        /// The worst price it has seen.
        ADVERSE,
        /// The best price it has seen.
        FAVOURABLE
    }
}
