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
/// than the length of a bar, without a bar while the calendar is open; of daily bars, sessions without one. A bar
/// is *off hours* if no part of it lies in a session. Used by one thread.
final class BarQualityScan {
    private static final long GAP_NS = 30 * 60 * Times.SECOND_NS;
    private static final int BLOCK = 256;
    private static final int TIMES_MEDIAN = 20;

    private final OpenHours hours;
    private final TradingCalendar calendar;
    private final Timeframe timeframe;
    private final long[] changes = new long[BLOCK];
    private int filled;
    private long median = Long.MAX_VALUE / TIMES_MEDIAN;
    private long seen;
    private long beforeLast;
    private long last;
    private long startNs;
    private long endNs;
    private long spikes;
    private long gaps;
    private long longestGapNs;
    private long offHours;

    BarQualityScan(TradingCalendar calendar, Timeframe timeframe) {
        this.calendar = calendar;
        this.timeframe = timeframe;
        hours = new OpenHours(calendar);
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
        beforeLast = last;
        last = bar.close();
        startNs = bar.timeNs();
        endNs = bar.timeNs() + timeframe.lengthNs();
        offHours += isOffHours() ? 1 : 0;
        seen++;
    }

    private boolean isDaily() {
        return timeframe.equals(Timeframe.ONE_DAY);
    }

    private boolean isOffHours() {
        return isDaily() ? !hours.isTradingDate(calendar.tradingDate(startNs)) : hours.openNs(startNs, endNs) == 0;
    }

    private void gap(long timeNs) {
        long openNs = isDaily()
                ? hours.openNsBetween(calendar.tradingDate(startNs), calendar.tradingDate(timeNs))
                : hours.openNs(endNs, timeNs);
        if (openNs > (isDaily() ? 0 : Math.max(GAP_NS, timeframe.lengthNs() - 1))) {
            gaps++;
            longestGapNs = Math.max(longestGapNs, openNs);
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
