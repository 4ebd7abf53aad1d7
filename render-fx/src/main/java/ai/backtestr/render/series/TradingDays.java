package ai.backtestr.render.series;

import java.util.Arrays;

/// The trading days that a time axis shows, one after the other; what lies between them takes no room.
/// Immutable.
public final class TradingDays {
    private final long[] startsNs;
    private final long[] endsNs;

    /// Takes days in order.
    ///
    /// @param startsNs when each begins, nanoseconds since the epoch, UTC
    /// @param endsNs when each ends, not after the next begins
    /// @throws IllegalArgumentException if there are none, or they overlap
    public TradingDays(long[] startsNs, long[] endsNs) {
        if (startsNs.length == 0 || startsNs.length != endsNs.length) {
            throw new IllegalArgumentException("a time axis needs at least one day with a beginning and an end");
        }
        for (int i = 0; i < startsNs.length; i++) {
            boolean overlaps = i > 0 && startsNs[i] < endsNs[i - 1];
            if (endsNs[i] <= startsNs[i] || overlaps) {
                throw new IllegalArgumentException("day " + i + " is empty or begins within the one before");
            }
        }
        this.startsNs = startsNs.clone();
        this.endsNs = endsNs.clone();
    }

    /// Returns how many there are.
    public int count() {
        return startsNs.length;
    }

    /// Returns when a day begins, nanoseconds since the epoch, UTC.
    public long startNs(int day) {
        return startsNs[day];
    }

    /// Returns when a day ends, which is not part of it.
    public long endNs(int day) {
        return endsNs[day];
    }

    /// Returns the last day that begins at or before `timeNs`, -1 if there is none.
    int indexAtOrBefore(long timeNs) {
        int found = Arrays.binarySearch(startsNs, timeNs);
        return found >= 0 ? found : -found - 2;
    }
}
