package ai.backtestr.render.chart;

/// A stretch of time.
///
/// @param fromNs when it begins, nanoseconds since the epoch, UTC
/// @param toNs when it ends
public record TimeSpan(long fromNs, long toNs) {
    public TimeSpan {
        if (toNs <= fromNs) {
            throw new IllegalArgumentException("no time from " + fromNs + " ns to " + toNs + " ns");
        }
    }
}
