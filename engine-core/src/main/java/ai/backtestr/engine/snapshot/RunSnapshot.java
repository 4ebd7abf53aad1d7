package ai.backtestr.engine.snapshot;

/// How a run stands at one moment.
///
/// @param ticks ticks taken in so far
/// @param timeNs time of the last, nanoseconds since the epoch, UTC
/// @param bid at the instrument's price scale
/// @param ask at the instrument's price scale
/// @param position quantity held: above 0 long, below 0 short
/// @param equity as [ai.backtestr.engine.number.Money]
/// @param trades trades closed so far
public record RunSnapshot(long ticks, long timeNs, long bid, long ask, long position, long equity, long trades) {
    /// Before the first tick.
    public static final RunSnapshot EMPTY = new RunSnapshot(0, 0, 0, 0, 0, 0, 0);
}
