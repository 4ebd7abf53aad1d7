package ai.backtestr.data.store;

import ai.backtestr.data.cache.CacheSnapshot;
import ai.backtestr.data.cache.MemoryPressure;
import ai.backtestr.data.cache.PageCache;
import ai.backtestr.data.cache.ReadAhead;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.data.segment.SegmentOrigin;
import ai.backtestr.engine.instrument.Instrument;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Random access to the ticks of a store, over one cache of pages for all symbols. Any thread.
final class StoredPages implements AutoCloseable {
    private static final long MOST_BYTES = 512L << 20;
    private static final int SHARE_OF_MEMORY = 8;

    private final Database database;
    private final SegmentCache segments;
    private final PageCache cache;
    private @Nullable ReadAhead readAhead;

    StoredPages(Database database, SegmentCache segments) {
        this.database = database;
        this.segments = segments;
        cache = new PageCache(budgetBytes(), MemoryPressure.ofThisMachine()::percent);
    }

    /// An eighth of the memory this process may use, at most 512 MB: some 190 pages, or 12 million ticks.
    private static long budgetBytes() {
        return Math.min(MOST_BYTES, memoryBytes() / SHARE_OF_MEMORY);
    }

    /// Returns how much memory this process may use, as its control group or the machine has it.
    static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : SHARE_OF_MEMORY * MOST_BYTES;
    }

    /// Opens the ticks of an instrument, whose segments are made where they are missing.
    TickPages open(DuckDBConnection connection, Instrument instrument, PagesProgress progress) throws SQLException {
        List<Part> parts = new Catalogue(connection).parts(instrument.symbol(), Long.MIN_VALUE, Long.MAX_VALUE);
        List<SegmentOrigin> origins = new ArrayList<>();
        long ticks = parts.stream().mapToLong(Part::ticks).sum();
        Copied copied = new Copied(progress, ticks);
        for (Part part : parts) {
            PartOrigin origin = new PartOrigin(database, segments, part);
            if (origin.hasSegment()) {
                copied.ticks += part.ticks();
            } else {
                origin.make(progress::cancelled, copied::add);
            }
            origins.add(origin);
        }
        return new TickPages(instrument, origins, cache, readAhead());
    }

    private synchronized ReadAhead readAhead() {
        ReadAhead running = readAhead == null ? new ReadAhead(cache) : readAhead;
        readAhead = running;
        return running;
    }

    /// Keeps that much of decoded pages in memory; 0 for what fits the machine.
    void limit(long bytes) {
        cache.limit(bytes == 0 ? budgetBytes() : bytes);
    }

    CacheSnapshot snapshot() {
        return cache.snapshot();
    }

    /// @throws IllegalStateException if pages are leased still
    @Override
    public synchronized void close() {
        cache.close();
        if (readAhead != null) {
            readAhead.close();
        }
    }

    /// Adds up what was copied.
    private static final class Copied {
        private final PagesProgress progress;
        private final long ofTicks;
        private long ticks;

        Copied(PagesProgress progress, long ofTicks) {
            this.progress = progress;
            this.ofTicks = ofTicks;
        }

        void add(long more) {
            ticks += more;
            progress.update(ticks, ofTicks);
        }
    }
}
