package ai.backtestr.data.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The batches of an import's files, file after file, read ahead by as many threads as there are cores. Used by one
/// thread.
final class ImportBatches implements AutoCloseable {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int FILES_AHEAD = THREADS + 1;
    private static final int BATCHES_AHEAD = 2 * THREADS + 2;

    private final ExecutorService pool = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("import-read-", 1).daemon().factory());
    private final ImportBuffers buffers = new ImportBuffers();
    private final Iterator<FilePlan> plans;
    private final ImportWatch watch;
    private final Deque<FileBatches> open = new ArrayDeque<>();

    ImportBatches(List<FilePlan> plans, ImportWatch watch) {
        this.plans = plans.iterator();
        this.watch = watch;
    }

    /// Returns the next batch of the file at hand, or of the next after a batch that was its last; `null` after the
    /// last of all.
    ///
    /// @throws ai.backtestr.data.store.StoreException if a file cannot be read
    @Nullable
    TickBatch next() {
        readAhead();
        FileBatches current = open.peek();
        if (current == null) {
            return null;
        }
        TickBatch batch = current.next();
        if (batch == null) {
            throw new IllegalStateException("a file ended without a last batch");
        }
        if (batch.last) {
            open.remove();
            current.close();
        }
        return batch;
    }

    /// Takes back a batch that was looked at.
    void free(TickBatch batch) {
        buffers.free(batch.ticks());
    }

    private void readAhead() {
        while (open.size() < FILES_AHEAD && plans.hasNext()) {
            FilePlan plan = plans.next();
            FileBatches batches = plan.file().batches(plan.taker(), pool, buffers, BATCHES_AHEAD, watch);
            open.add(batches);
            batches.begin();
        }
    }

    /// Waits for the threads, then closes the files.
    @Override
    public void close() {
        pool.close();
        open.forEach(FileBatches::close);
        open.clear();
    }
}
