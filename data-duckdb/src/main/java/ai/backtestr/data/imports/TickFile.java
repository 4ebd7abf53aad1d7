package ai.backtestr.data.imports;

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
}
