package ai.backtestr.engine.instrument;

/// A session of one trading day.
///
/// @param openNs its first moment, nanoseconds since the epoch, UTC
/// @param closeNs the first moment after it
public record TradingSessionTimes(long openNs, long closeNs) {
    /// Tells whether a time lies within it.
    public boolean contains(long timeNs) {
        return timeNs >= openNs && timeNs < closeNs;
    }
}
