package ai.backtestr.data.store;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.util.Arrays;
import java.util.List;

/// Looks through the bars of an import in the order of time.
///
/// A *spike* is a close on the same side of the close before and of the one after by more than 20 times the median
/// change: that of the last full block of 256 changes other than zero. A *gap* is more than half an hour, and more
/// than the length of a bar, without a bar while the calendar is open. Used by one thread.
final class BarQualityScan {
    private static final long GAP_NS = 30 * 60 * Times.SECOND_NS;
    private static final int BLOCK = 256;
    private static final int TIMES_MEDIAN = 20;

    private final TradingWeek week;
    private final TradingCalendar calendar;
    private final Timeframe timeframe;
    private final long[] changes = new long[BLOCK];
    private int filled;
    private long median = Long.MAX_VALUE / TIMES_MEDIAN;
    private long seen;
    private long beforeLast;
    private long last;
    private long endNs;
    private long spikes;
    private long gaps;
    private long longestGapNs;
    private long offHours;

    BarQualityScan(TradingCalendar calendar, Timeframe timeframe) {
        this.calendar = calendar;
        this.timeframe = timeframe;
        week = new TradingWeek(calendar);
    }

    void take(Bar bar) {
        if (seen > 0) {
            gap(bar.timeNs());
        }
        if (seen > 1) {
            long up = last - Math.max(beforeLast, bar.close());
            long down = Math.min(beforeLast, bar.close()) - last;
            spikes += Math.max(up, down) > TIMES_MEDIAN * median ? 1 : 0;
        }
        if (seen > 0 && bar.close() != last) {
            change(Math.abs(bar.close() - last));
        }
        offHours += week.isClosed(bar.timeNs()) ? 1 : 0;
        beforeLast = last;
        last = bar.close();
        endNs = timeframe.equals(Timeframe.ONE_DAY)
                ? calendar.nextDayStart(bar.timeNs())
                : bar.timeNs() + timeframe.lengthNs();
        seen++;
    }

    private void gap(long timeNs) {
        if (timeNs - endNs > GAP_NS) {
            long openNs = week.openNs(endNs, timeNs);
            if (openNs > Math.max(GAP_NS, timeframe.lengthNs() - 1)) {
                gaps++;
                longestGapNs = Math.max(longestGapNs, openNs);
            }
        }
    }

    private void change(long size) {
        changes[filled++] = size;
        if (filled == BLOCK) {
            Arrays.sort(changes);
            median = changes[BLOCK / 2];
            filled = 0;
        }
    }

    /// @param duplicates bars that were rejected, as there was one of their time
    Quality quality(long duplicates) {
        return new Quality(duplicates, 0, spikes, gaps, longestGapNs, offHours, List.of());
    }
}
