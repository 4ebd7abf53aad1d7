package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickSourceException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stored ticks of one instrument from a time up to another, loaded in chunks side by side ahead of the
/// reader and handed out in order: the same ticks, with the same digest, as read one after the other.
///
/// The chunks in memory are at most as many as there are threads that load. Used by one thread, which may close
/// it at any time to stop the loading; interrupting it while it waits for ticks does so too.
public final class TickLoad implements TickSource {
    private static final double NANOS_A_SECOND = 1e9;

    private final Instrument instrument;
    private final Extent extent;
    private final List<ChunkLoad> chunks;
    private final ChunkWorkers workers;
    private final int workerCount;
    private final TickDigest digest = new TickDigest();
    private final long startNs = System.nanoTime();
    private @Nullable TickPage page;
    private int pageNext;
    private int chunkNext;
    private long handedOut;
    private long lastNs = startNs;

    TickLoad(Database database, SegmentCache cache, Instrument instrument, ChunkPlan plan, Extent extent) {
        this.instrument = instrument;
        this.extent = extent;
        chunks = plan.chunks().stream()
                .map(chunk -> new ChunkLoad(chunk, plan.pagesAChunk()))
                .toList();
        workerCount = plan.workers();
        workers = new ChunkWorkers(database, cache, chunks, workerCount);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public boolean hasTrades() {
        return extent.trades();
    }

    @Override
    public long tickCount() {
        return extent.ticks();
    }

    @Override
    public String dataDigest() {
        if (handedOut != extent.ticks()) {
            throw new IllegalStateException("the digest is known once all " + extent.ticks()
                    + " ticks were handed out, not after " + handedOut);
        }
        return digest.text(instrument.priceScale(), instrument.quantityScale());
    }

    /// Returns how many chunks the ticks are loaded in.
    public int chunkCount() {
        return chunks.size();
    }

    /// Returns how many threads load.
    public int workerCount() {
        return workerCount;
    }

    /// Returns how many ticks a second were handed out, from the opening up to the last fill.
    public double ticksPerSecond() {
        return handedOut * NANOS_A_SECOND / Math.max(1, lastNs - startNs);
    }

    @Override
    public boolean fill(TickPage into) {
        into.clear();
        while (!into.isFull()) {
            TickPage from = current();
            if (from == null) {
                break;
            }
            copy(from, into);
        }
        handedOut += into.count();
        lastNs = System.nanoTime();
        if (into.count() == 0) {
            requireAllRead();
        }
        return into.count() > 0;
    }

    /// Returns the page to read on in, `null` at the end.
    private @Nullable TickPage current() {
        if (page != null && pageNext == page.count()) {
            workers.giveBack(page);
            page = null;
        }
        while (page == null && chunkNext < chunks.size()) {
            page = take(chunks.get(chunkNext));
            pageNext = 0;
        }
        return page;
    }

    private @Nullable TickPage take(ChunkLoad chunk) {
        TickPage taken;
        try {
            taken = chunk.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TickSourceException("the loading of " + instrument.symbol() + " was stopped", e);
        }
        if (taken == null) {
            endChunk(chunk);
        }
        return taken;
    }

    private void endChunk(ChunkLoad chunk) {
        Exception failure = chunk.failure();
        if (failure != null) {
            throw new TickSourceException(
                    "ticks of " + instrument.symbol() + " cannot be read: " + failure.getMessage(), failure);
        }
        digest.add(chunk.digest());
        workers.chunkRead();
        chunkNext++;
    }

    private void copy(TickPage from, TickPage into) {
        int count = Math.min(from.count() - pageNext, into.capacity() - into.count());
        int at = into.count();
        copy(from.time(), into.time(), at, count, Long.BYTES);
        copy(from.bid(), into.bid(), at, count, Long.BYTES);
        copy(from.ask(), into.ask(), at, count, Long.BYTES);
        copy(from.bidSize(), into.bidSize(), at, count, Long.BYTES);
        copy(from.askSize(), into.askSize(), at, count, Long.BYTES);
        copy(from.flags(), into.flags(), at, count, 1);
        into.setCount(at + count);
        pageNext += count;
    }

    private void copy(MemorySegment from, MemorySegment into, long at, long count, long bytes) {
        MemorySegment.copy(from, pageNext * bytes, into, at * bytes, count * bytes);
    }

    /// A chunk that cannot be read looks like the end to the driver, so the count has the last word.
    private void requireAllRead() {
        if (handedOut != extent.ticks()) {
            throw new TickSourceException("only " + handedOut + " of " + extent.ticks() + " ticks of "
                    + instrument.symbol() + " could be read; the database file is damaged");
        }
    }

    @Override
    public void close() {
        workers.close();
        if (page != null) {
            page.close();
            page = null;
        }
    }
}
