package ai.backtestr.data.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All that stands out in stored ticks, or in stored bars, as they are now: also where two imports meet, and not
/// what was replaced since.
///
/// @param looked how many ticks or bars were looked at
/// @param sums how much there is of each kind
/// @param places the first [#KEPT] places of each kind, by time
public record QualityReport(long looked, Map<Kind, Sum> sums, List<Place> places) {
    /// How many places of a kind are told of one by one; all are counted.
    public static final int KEPT = 100_000;

    /// What stands out.
    public enum Kind {
        /// A price away from both neighbours: see [QualityScan].
        SPIKE,
        /// More than half an hour without a tick while the instrument's calendar is open.
        GAP,
        /// Quotes whose ask is below their bid.
        CROSSED,
        /// Ticks while the calendar is closed.
        OFF_HOURS,
        /// Ticks equal in everything to the one before.
        DUPLICATE,
        /// Quotes whose ask equals their bid.
        LOCKED;

        /// Returns it in words: `off hours`.
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// How much there is of a kind.
    ///
    /// @param rows ticks or bars; of gaps, gaps
    /// @param places stretches of rows that follow one another
    public record Sum(long rows, long places) {
        /// Nothing.
        public static final Sum NONE = new Sum(0, 0);
    }

    /// A stretch of rows of one kind that follow one another, or a gap between two.
    ///
    /// @param fromNs time of the first, nanoseconds since the epoch, UTC; of a gap, of the row before it
    /// @param toNs time of the last; of a gap, of the row after it
    /// @param rows how many there are, 1 for a gap
    /// @param detail what stands out, in words
    public record Place(Kind kind, long fromNs, long toNs, long rows, String detail) {}

    public QualityReport {
        sums = Map.copyOf(sums);
        places = List.copyOf(places);
    }

    /// Returns how much there is of a kind.
    public Sum sum(Kind kind) {
        return sums.getOrDefault(kind, Sum.NONE);
    }

    static QualityReport of(long looked, QualityPlaces places) {
        Map<Kind, Sum> sums = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            sums.put(kind, places.sum(kind));
        }
        return new QualityReport(looked, sums, places.kept());
    }
}
