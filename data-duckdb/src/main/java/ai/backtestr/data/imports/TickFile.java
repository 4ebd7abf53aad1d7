package ai.backtestr.data.imports;

import java.util.concurrent.ExecutorService;

/// A file of a format that is known by now.
interface TickFile {
    /// The file.
    SourceFile source();

    /// The format, and the layout within it, in words.
    String describe();

    /// Opens it; several times if need be, one after the other.
    ///
    /// @throws ai.backtestr.data.store.StoreException if it cannot be read
    TickReader read(ImportWatch watch);

    /// Returns its rows in batches.
    ///
    /// @param pool what reads ahead
    /// @param depth how many batches are read ahead where they can be read side by side
    default FileBatches batches(
            TickTaker taker, ExecutorService pool, ImportBuffers buffers, int depth, ImportWatch watch) {
        return new ReaderBatches(this, taker, pool, buffers, watch);
    }
}
