package ai.backtestr.render.series;

/// Values in the order of time, growing at the end while they are being drawn.
///
/// Threads: one engine thread appends, the FX thread reads, without locks. The count only grows, and whoever
/// appends publishes it with release semantics after the values below it are written, so that a reader who has seen
/// a count may read every index below it. The time of an index never changes.
public interface TimeSeries {
    /// Returns how many entries can be read; never less than it was before.
    int count();

    /// Returns the time of entry `index` in nanoseconds since the epoch, UTC; ascending, equal times are allowed.
    ///
    /// @param index from 0 to [#count] - 1
    long timeNs(int index);

    /// Returns the last index whose time is at or before `timeNs`, or -1 if there is none.
    default int indexAtOrBefore(long timeNs) {
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (timeNs(middle) <= timeNs) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
