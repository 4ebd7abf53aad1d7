package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// The rows of a file from its first to its last, without a header. Used by one thread at a time.
interface Rows extends AutoCloseable {
    /// Returns the next row, valid until the next call, or `null` at the end.
    ///
    /// @throws ai.backtestr.data.store.StoreException if the file cannot be read on
    @Nullable
    Row next();

    @Override
    void close();
}
