package ai.backtestr.data.imports;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The batches of one file in order, read ahead by other threads. Used by one thread.
interface FileBatches extends AutoCloseable {
    /// Starts to read the first batch.
    void begin();

    /// Returns the next batch, `null` after the last.
    ///
    /// @throws ai.backtestr.data.store.StoreException if the file cannot be read on
    @Nullable
    TickBatch next();

    /// Closes the file. To be called once nothing reads ahead any more: after the last batch, or after the pool.
    @Override
    void close();

    /// Waits for a batch that another thread reads, and throws what that threw.
    static TickBatch await(Future<TickBatch> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("the import was cancelled; nothing was imported").initCause(e);
        }
    }
}
