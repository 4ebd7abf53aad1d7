package ai.backtestr.data.store;

import java.util.List;

/// What stands out in the ticks of an import, in the order in which they are stored. None of it is rejected.
///
/// @param duplicates ticks equal in everything to the tick before
/// @param locked quotes whose ask equals their bid
/// @param spikes prices away from both neighbours: see [QualityScan]
/// @param gaps stretches of more than half an hour without a tick while the instrument's calendar is open
/// @param longestGapNs the longest of them, counting only time at which the calendar is open
/// @param offHours ticks at times at which the calendar is closed, such as before the week's opening on Sunday
/// @param findings the first [#KEPT] each of spikes, gaps and stretches off hours, by time
public record Quality(
        long duplicates,
        long locked,
        long spikes,
        long gaps,
        long longestGapNs,
        long offHours,
        List<Finding> findings) {
    /// How many findings of a kind are kept; all are counted.
    public static final int KEPT = 100;

    public Quality {
        findings = List.copyOf(findings);
    }

    /// One thing that stands out.
    ///
    /// @param kind `spike`, `gap` or `off hours`
    /// @param timeNs when, nanoseconds since the epoch, UTC
    /// @param detail what, in words
    public record Finding(String kind, long timeNs, String detail) {}
}
