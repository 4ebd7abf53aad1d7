package ai.backtestr.data.imports;

import java.util.concurrent.CancellationException;

/// Carries one import's progress to its observer, and the wish to stop to whoever reads the files. Any thread.
///
/// Reading happens on threads of the import's own, but it is the thread that asked for the import which is
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
    synchronized void bytes(long count) {
        bytesRead += count;
        progress.update(bytesRead, totalBytes, rows);
        requireWanted();
    }

    /// @throws CancellationException if the import is to stop
    synchronized void rows(long count) {
        rows += count;
        progress.update(bytesRead, totalBytes, rows);
        requireWanted();
    }

    /// Forgets the rows: they are read once more, and so are their bytes.
    synchronized void again() {
        rows = 0;
        bytesRead = totalBytes / 2;
    }

    private void requireWanted() {
        if (progress.cancelled() || caller.isInterrupted()) {
            throw new CancellationException("the import was cancelled; nothing was imported");
        }
    }

    /// A watch of the same import that counts nothing.
    ImportWatch uncounted() {
        return new ImportWatch(
                new ImportProgress() {
                    @Override
                    public void update(long bytesRead, long totalBytes, long rows) {}

                    @Override
                    public boolean cancelled() {
                        return progress.cancelled() || caller.isInterrupted();
                    }
                },
                0);
    }
}
