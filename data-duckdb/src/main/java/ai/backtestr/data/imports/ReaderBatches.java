package ai.backtestr.data.imports;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The batches of a file whose rows must be read one after the other: the next is read while one is used.
final class ReaderBatches implements FileBatches {
    private static final int ROWS = 32 * 1024;

    private final TickFile file;
    private final TickTaker taker;
    private final ExecutorService pool;
    private final ImportBuffers buffers;
    private final ImportWatch watch;
    private @Nullable TickReader reader;
    private @Nullable Future<TickBatch> ahead;

    ReaderBatches(TickFile file, TickTaker taker, ExecutorService pool, ImportBuffers buffers, ImportWatch watch) {
        this.file = file;
        this.taker = taker;
        this.pool = pool;
        this.buffers = buffers;
        this.watch = watch;
    }

    @Override
    public void begin() {
        ahead = pool.submit(this::read);
    }

    private TickBatch read() {
        TickReader from = reader == null ? file.read(watch) : reader;
        reader = from;
        TickBatch batch = new TickBatch(buffers.columns());
        RawTick tick = from.tick();
        for (int rows = 0; rows < ROWS; rows++) {
            if (!from.next()) {
                batch.last = true;
                break;
            }
            taker.take(tick, batch);
        }
        return batch;
    }

    @Override
    public @Nullable TickBatch next() {
        Future<TickBatch> pending = ahead;
        if (pending == null) {
            return null;
        }
        TickBatch batch = FileBatches.await(pending);
        ahead = batch.last ? null : pool.submit(this::read);
        return batch;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
