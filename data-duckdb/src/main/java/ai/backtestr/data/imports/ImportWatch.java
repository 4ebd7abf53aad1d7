package ai.backtestr.data.imports;

import java.util.concurrent.CancellationException;

/// Carries one import's progress to its observer, and the wish to stop to whoever reads the file.
///
/// Reading happens on a thread of the database, but it is the thread that asked for the import which is
/// interrupted.
final class ImportWatch {
    private final ImportProgress progress;
    private final Thread caller = Thread.currentThread();
    private final long totalBytes;
    private long bytesRead;
    private long rows;

    ImportWatch(ImportProgress progress, long totalBytes) {
        this.progress = progress;
        this.totalBytes = totalBytes;
    }

    /// @throws CancellationException if the import is to stop
    void bytes(long count) {
        bytesRead += count;
        progress.update(bytesRead, totalBytes, rows);
        if (progress.cancelled() || caller.isInterrupted()) {
            throw new CancellationException("the import was cancelled; nothing was imported");
        }
    }

    void row() {
        rows++;
    }
}
