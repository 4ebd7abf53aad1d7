package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.time.Times;

/// A stretch of time.
///
/// @param fromNs its start, nanoseconds since the epoch, UTC; `Long.MIN_VALUE` if it has none
/// @param toNs its end, not included; `Long.MAX_VALUE` if it has none
public record TimeRange(long fromNs, long toNs) {
    /// All of time.
    public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    public TimeRange {
        if (fromNs >= toNs) {
            throw new IllegalArgumentException(
                    "the start, " + Times.format(fromNs) + ", is not before the end, " + Times.format(toNs));
        }
    }

    /// Returns how much of it lies between two times.
    ///
    /// @return a length in nanoseconds, 0 if nothing of it does
    public long lengthWithin(long firstNs, long lastNs) {
        return Math.max(0, Math.min(toNs, lastNs) - Math.max(fromNs, firstNs));
    }

    @Override
    public String toString() {
        String from = fromNs == Long.MIN_VALUE ? "the beginning" : Times.format(fromNs);
        String to = toNs == Long.MAX_VALUE ? "the end" : Times.format(toNs);
        return from + " to " + to;
    }
}
