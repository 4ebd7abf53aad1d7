package ai.backtestr.data.imports;

/// Watches an import and can stop it.
///
/// Called from whatever thread reads the files, one call at a time, many times a second.
@FunctionalInterface
public interface ImportProgress {
    /// Takes no notice and never stops the import.
    ImportProgress NONE = (bytesRead, totalBytes, rows) -> {};

    /// Tells how far the import is. A file is read twice, first to know its content again, then for its ticks;
    /// should rows far down differ from what the first ones made expect, the second reading begins again.
    ///
    /// @param bytesRead bytes read from disk, over both readings
    /// @param totalBytes bytes to read in all
    /// @param rows rows read for their ticks
    void update(long bytesRead, long totalBytes, long rows);

    /// Tells whether the import is to stop, leaving nothing behind.
    default boolean cancelled() {
        return false;
    }
}
