package ai.backtestr.data.store;

import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.engine.tick.TickPage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Loads chunks side by side, each thread with a connection of its own. As many chunks as there are threads are
/// in memory at most, and a chunk is begun only after all those before it, so the one to be read next never
/// waits.
final class ChunkWorkers implements AutoCloseable {
    private final Database database;
    private final SegmentCache cache;
    private final List<ChunkLoad> chunks;
    private final Semaphore inMemory;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentLinkedQueue<TickPage> spare = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean cancelled;

    ChunkWorkers(Database database, SegmentCache cache, List<ChunkLoad> chunks, int workers) {
        this.database = database;
        this.cache = cache;
        this.chunks = chunks;
        inMemory = new Semaphore(workers);
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().daemon().name("tick-loader-" + i).start(this::work));
        }
    }

    private void work() {
        try (DuckDBConnection connection = database.connect()) {
            for (ChunkLoad load = nextChunk(); load != null; load = nextChunk()) {
                loadAndEnd(connection, load);
            }
        } catch (SQLException e) {
            ChunkLoad load = nextChunk();
            if (load != null) {
                load.end(e);
            }
        }
    }

    /// Ends the chunk whatever happens, as its reader would wait for ever otherwise.
    private void loadAndEnd(DuckDBConnection connection, ChunkLoad into) {
        @Nullable Exception failure = new IllegalStateException("the loading ended unexpectedly; memory may be short");
        try {
            failure = load(connection, into);
        } finally {
            into.end(failure);
        }
    }

    private @Nullable ChunkLoad nextChunk() {
        inMemory.acquireUninterruptibly();
        int index = cancelled ? chunks.size() : next.getAndIncrement();
        if (index >= chunks.size()) {
            inMemory.release();
            return null;
        }
        return chunks.get(index);
    }

    private @Nullable Exception load(DuckDBConnection connection, ChunkLoad into) {
        ChunkPlan.Chunk chunk = into.chunk();
        try (PartTicks ticks =
                new PartTicks(connection, cache, chunk.part(), chunk.fromNs(), chunk.toNs(), into.digest())) {
            boolean more = !cancelled;
            while (more) {
                TickPage page = page();
                boolean handedOver = false;
                try {
                    more = ticks.fill(page);
                    handedOver = more && into.put(page);
                    more = handedOver;
                } finally {
                    if (!handedOver) {
                        spare.add(page);
                    }
                }
            }
            return null;
        } catch (SQLException | RuntimeException e) {
            return e;
        }
    }

    private TickPage page() {
        TickPage page = spare.poll();
        return page == null ? new TickPage(TickPage.DEFAULT_CAPACITY) : page;
    }

    /// Takes a page back that was read.
    void giveBack(TickPage page) {
        spare.add(page);
    }

    /// Takes note that all of a chunk was read.
    void chunkRead() {
        inMemory.release();
    }

    /// Stops loading and frees the pages.
    @Override
    public void close() {
        cancelled = true;
        chunks.forEach(ChunkLoad::cancel);
        inMemory.release(threads.size());
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        spare.forEach(TickPage::close);
        spare.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
