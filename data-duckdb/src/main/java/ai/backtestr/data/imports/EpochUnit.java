package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// The units in which files count time since the epoch, told apart by magnitude: from March 1973 on, the ranges do
/// not meet.
enum EpochUnit {
    SECONDS("seconds", 9, 100_000_000L),
    MILLISECONDS("milliseconds", 6, 100_000_000_000L),
    MICROSECONDS("microseconds", 3, 100_000_000_000_000L),
    NANOSECONDS("nanoseconds", 0, 100_000_000_000_000_000L);

    private final String plural;
    private final int decimals;
    private final long least;

    EpochUnit(String plural, int decimals, long least) {
        this.plural = plural;
        this.decimals = decimals;
        this.least = least;
    }

    /// Returns the unit in which that count is a time after March 1973, or `null` if it is in none.
    static @Nullable EpochUnit of(long count) {
        if (count < SECONDS.least) {
            return null;
        }
        if (count < MILLISECONDS.least) {
            return SECONDS;
        }
        if (count < MICROSECONDS.least) {
            return MILLISECONDS;
        }
        return count < NANOSECONDS.least ? MICROSECONDS : NANOSECONDS;
    }

    /// How many decimals of the unit a nanosecond is.
    int decimals() {
        return decimals;
    }

    @Override
    public String toString() {
        return plural;
    }
}
