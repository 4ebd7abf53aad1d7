package ai.backtestr.data.imports;

/// Watches an import and can stop it.
///
/// Called from whatever thread reads the file, one call at a time, about once every 64 KB.
@FunctionalInterface
public interface ImportProgress {
    /// Takes no notice and never stops the import.
    ImportProgress NONE = (bytesRead, totalBytes, rows) -> {};

    /// Tells how far the import is. A file is read twice, first to learn its scales and order, then to store its
    /// ticks.
    ///
    /// @param bytesRead bytes read from disk, over both passes
    /// @param totalBytes bytes to read in all
    /// @param rows rows handled by the second pass
    void update(long bytesRead, long totalBytes, long rows);

    /// Tells whether the import is to stop, leaving nothing behind.
    default boolean cancelled() {
        return false;
    }
}
