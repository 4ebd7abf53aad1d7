package ai.backtestr.data.store;

/// What an import does with ticks of its symbol that are stored within the time from its first to its last tick.
public enum Overlap {
    /// Nothing is imported.
    STOP,
    /// They are removed; the import's ticks take their place.
    REPLACE,
    /// They stay; the import's ticks are put among them by time, behind those of equal time.
    MERGE
}
