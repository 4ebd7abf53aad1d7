package ai.backtestr.data.imports;

/// Reads the rows of one file from first to last. Used by one thread at a time.
interface TickReader extends AutoCloseable {
    /// Reads the next row into [#tick()].
    ///
    /// @return whether there was one
    /// @throws ai.backtestr.data.store.StoreException if the file cannot be read on
    boolean next();

    /// The row read last, a tick or the reason why it is none; always the same object.
    RawTick tick();

    @Override
    void close();
}
