package ai.backtestr.desktop.honesty;

/// Which checks to make of a run.
///
/// @param extent how many
/// @param staleNs the longest silence before a fill that is not called stale, nanoseconds, above 0
public record CheckOptions(Extent extent, long staleNs) {
    /// All checks; a silence of a minute.
    public static final CheckOptions DEFAULT = new CheckOptions(Extent.FULL, 60_000_000_000L);

    /// How many checks to make.
    public enum Extent {
        /// All of them, for which the run is repeated up to nine times.
        FULL,
        /// Those that need the result alone.
        QUICK,
        /// None.
        NONE
    }
}
