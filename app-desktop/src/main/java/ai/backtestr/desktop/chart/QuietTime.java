package ai.backtestr.desktop.chart;

import ai.backtestr.data.cache.TickPages;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.instrument.TradingSessionTimes;
import ai.backtestr.render.series.TradingDays;
import java.util.Arrays;

/// The time within trading days in which the market is closed and in which there is no tick either: nights of
/// shares, the hour's rest of futures. What was traded before the opening and after the close is not quiet.
/// Immutable; any thread.
final class QuietTime {
    private final long[] bounds; // of each stretch its beginning and its end, in order

    private QuietTime(long[] bounds) {
        this.bounds = bounds;
    }

    /// Looks for it in days that have ticks; of a calendar whose sessions are not known there is none. Reads up to
    /// two pages of ticks a day.
    static QuietTime within(TradingDays days, TickPages pages) {
        TradingCalendar calendar = pages.instrument().calendar();
        Stretches found = new Stretches();
        for (int day = 0; calendar.hasSessions() && day < days.count(); day++) {
            long closedNs = days.startNs(day);
            long endNs = days.endNs(day);
            while (closedNs < endNs) {
                TradingSessionTimes session = calendar.sessionClosingAfter(closedNs);
                found.addQuiet(pages, closedNs, Math.min(session.openNs(), endNs));
                closedNs = session.closeNs();
            }
        }
        return new QuietTime(found.toArray());
    }

    /// Returns the days without it, divided so that bars of that length still begin where they would: one that is
    /// quiet in part stays whole.
    ///
    /// @param barNs length of a bar, which is counted from the start of its day
    TradingDays leftOutOf(TradingDays days, long barNs) {
        Stretches starts = new Stretches();
        Stretches ends = new Stretches();
        int next = 0;
        for (int day = 0; day < days.count(); day++) {
            long startNs = days.startNs(day);
            long endNs = days.endNs(day);
            long shownNs = startNs;
            for (; next < bounds.length && bounds[next] < endNs; next += 2) {
                long fromNs = startNs + Math.ceilDiv(bounds[next] - startNs, barNs) * barNs;
                long toNs = bounds[next + 1] == endNs ? endNs : startNs + (bounds[next + 1] - startNs) / barNs * barNs;
                if (fromNs < toNs) {
                    addUnlessEmpty(starts, ends, shownNs, fromNs);
                    shownNs = toNs;
                }
            }
            addUnlessEmpty(starts, ends, shownNs, endNs);
        }
        return new TradingDays(starts.toArray(), ends.toArray());
    }

    private static void addUnlessEmpty(Stretches starts, Stretches ends, long fromNs, long toNs) {
        if (fromNs < toNs) {
            starts.add(fromNs);
            ends.add(toNs);
        }
    }

    private static final class Stretches {
        private long[] values = new long[64];
        private int count;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        /// Adds what is quiet of closed time: before its first tick and after its last.
        void addQuiet(TickPages pages, long fromNs, long toNs) {
            if (fromNs >= toNs) {
                return;
            }
            long first = pages.indexOf(fromNs);
            long end = pages.indexOf(toNs);
            if (first == end) {
                add(fromNs);
                add(toNs);
                return;
            }
            addStretch(fromNs, pages.timeNs(first));
            addStretch(pages.timeNs(end - 1) + 1, toNs);
        }

        private void addStretch(long fromNs, long toNs) {
            if (fromNs < toNs) {
                add(fromNs);
                add(toNs);
            }
        }

        long[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
