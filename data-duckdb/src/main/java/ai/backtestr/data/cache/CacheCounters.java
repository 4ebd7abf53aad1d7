package ai.backtestr.data.cache;

/// Counts what a [PageCache] does; guarded by its lock.
final class CacheCounters {
    private long hits;
    private long misses;
    private long segmentHits;
    private long segmentMisses;
    private long prefetched;
    private long prefetchedUsed;
    private long evictions;
    private long shed;
    private int pressurePercent;

    void hit(boolean firstUseOfReadAhead) {
        hits++;
        prefetchedUsed += firstUseOfReadAhead ? 1 : 0;
    }

    void miss() {
        misses++;
    }

    void decoded(boolean fromSegment) {
        segmentHits += fromSegment ? 1 : 0;
        segmentMisses += fromSegment ? 0 : 1;
    }

    void prefetched() {
        prefetched++;
    }

    void evicted() {
        evictions++;
    }

    void givenUp(boolean forMemory) {
        shed += forMemory ? 1 : 0;
        evictions += forMemory ? 0 : 1;
    }

    void pressure(int percent) {
        pressurePercent = percent;
    }

    CacheSnapshot snapshot(long bytes, long pinnedBytes, long limitBytes) {
        return new CacheSnapshot(
                hits,
                misses,
                segmentHits,
                segmentMisses,
                prefetched,
                prefetchedUsed,
                evictions,
                shed,
                bytes,
                pinnedBytes,
                limitBytes,
                pressurePercent);
    }
}
