package ai.backtestr.engine.account;

/// A margin call or a stop-out.
///
/// @param timeNs time of the tick, nanoseconds since the epoch, UTC
/// @param kind which of the two
/// @param equity equity on that tick, as [ai.backtestr.engine.number.Money]
/// @param usedMargin used margin on that tick, as [ai.backtestr.engine.number.Money]
/// @param reason why, in words
public record MarginEvent(long timeNs, Kind kind, long equity, long usedMargin, String reason) {
    /// Which.
    public enum Kind {
        MARGIN_CALL,
        STOP_OUT
    }
}
