package ai.backtestr.data.store;

import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayList;
import java.util.List;

/// How a stretch of ticks is split into chunks that are loaded side by side. A chunk is within one part, and
/// ticks of equal time are in one chunk, so that the chunks one after the other are the stretch.
///
/// @param chunks the chunks, in order of time
/// @param pagesAChunk how many pages of a chunk wait in memory at most
/// @param workers how many are loaded side by side
record ChunkPlan(List<Chunk> chunks, int pagesAChunk, int workers) {
    private static final long TARGET_BYTES = 100_000_000;

    /// The chunks in memory take at most this share of it.
    private static final int SHARE_OF_MEMORY = 8;

    private static final long PAGE_BYTES = TickPage.DEFAULT_CAPACITY * (5L * Long.BYTES + 1);

    /// Plans for a machine: chunks of about 100 MB, less where memory is short, one a core.
    ///
    /// @param memoryBytes memory that this process may use
    static ChunkPlan of(List<Part> parts, long fromNs, long toNs, int cores, long memoryBytes) {
        int workers = Math.max(1, cores);
        long chunkBytes = Math.min(TARGET_BYTES, memoryBytes / SHARE_OF_MEMORY / workers);
        int pages = (int) Math.max(1, chunkBytes / PAGE_BYTES);
        List<Chunk> chunks = new ArrayList<>();
        for (Part part : parts) {
            split(part, fromNs, toNs, (long) pages * TickPage.DEFAULT_CAPACITY, chunks);
        }
        return new ChunkPlan(List.copyOf(chunks), pages, Math.min(workers, Math.max(1, chunks.size())));
    }

    /// Ticks are taken to be spread evenly over the time of a part; a chunk that has more waits for its turn.
    private static void split(Part part, long fromNs, long toNs, long chunkTicks, List<Chunk> into) {
        long first = Math.max(fromNs, part.firstNs());
        long end = part.lastNs() < toNs ? part.lastNs() + 1 : toNs;
        if (end <= first) {
            return;
        }
        double share = ((double) end - first) / ((double) part.lastNs() - part.firstNs() + 1);
        long count = Math.clamp((long) Math.ceil(part.ticks() * share / chunkTicks), 1, 1 << 20);
        boolean isSplit = count > 1 && end - first > count;
        long start = isSplit ? first : fromNs;
        for (long i = 1; isSplit && i < count; i++) {
            long next = first + (end - first) / count * i;
            into.add(new Chunk(part, start, next));
            start = next;
        }
        into.add(new Chunk(part, start, isSplit ? end : toNs));
    }

    /// A stretch of a part.
    ///
    /// @param part the part
    /// @param fromNs where it begins
    /// @param toNs where it ends; this time is not in it
    record Chunk(Part part, long fromNs, long toNs) {}
}
