package ai.backtestr.data.cache;

/// What the page cache did since it was made, and what it holds at one moment.
///
/// @param hits pages that were asked for and were there, decoded
/// @param misses pages that were asked for and had to be decoded first
/// @param segmentHits pages that were decoded from segments, read ahead or asked for
/// @param segmentMisses pages that had to come from the database, as their segment was damaged
/// @param prefetched pages that were read ahead
/// @param prefetchedUsed those of them that were asked for later
/// @param evictions pages that gave way to others
/// @param shed pages that were given up as memory was short
/// @param bytes memory of all pages, pinned, unpinned and empty
/// @param pinnedBytes memory of the pages that are in use
/// @param limitBytes what `bytes` may come to unless more is pinned; less than the most allowed while memory is
///     short
/// @param pressurePercent memory pressure when it was last looked at, 0 to 100
public record CacheSnapshot(
        long hits,
        long misses,
        long segmentHits,
        long segmentMisses,
        long prefetched,
        long prefetchedUsed,
        long evictions,
        long shed,
        long bytes,
        long pinnedBytes,
        long limitBytes,
        int pressurePercent) {

    /// Returns the share of pages asked for that were there, 0 to 1; 1 if none were asked for.
    public double hitRatio() {
        return ratio(hits, misses);
    }

    /// Returns the share of pages decoded that came from segments, 0 to 1; 1 if none were decoded.
    public double segmentHitRatio() {
        return ratio(segmentHits, segmentMisses);
    }

    /// Returns the share of pages read ahead that were asked for later, 0 to 1; 1 if none were read ahead.
    public double prefetchUsefulness() {
        return ratio(prefetchedUsed, prefetched - prefetchedUsed);
    }

    private static double ratio(long good, long bad) {
        return good + bad == 0 ? 1 : (double) good / (good + bad);
    }
}
