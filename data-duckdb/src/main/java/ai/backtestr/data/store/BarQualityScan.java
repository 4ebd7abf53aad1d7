package ai.backtestr.data.store;

import ai.backtestr.data.store.QualityReport.Kind;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.Duration;
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
    private final Instrument instrument;
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
    private long longestGapNs;
    private final QualityPlaces places;

    /// @param kept how many places of a kind are kept
    BarQualityScan(Instrument instrument, Timeframe timeframe, int kept) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        calendar = instrument.calendar();
        places = new QualityPlaces(kept);
        hours = new OpenHours(calendar);
    }

    void take(Bar bar) {
        if (seen > 0) {
            gap(bar.timeNs());
        }
        if (seen > 1) {
            long up = last - Math.max(beforeLast, bar.close());
            long down = Math.min(beforeLast, bar.close()) - last;
            if (Math.max(up, down) > TIMES_MEDIAN * median) {
                spike(bar.close());
            }
        }
        if (seen > 0 && bar.close() != last) {
            change(Math.abs(bar.close() - last));
        }
        beforeLast = last;
        last = bar.close();
        startNs = bar.timeNs();
        endNs = bar.timeNs() + timeframe.lengthNs();
        if (isOffHours()) {
            places.row(Kind.OFF_HOURS, seen, startNs, () -> "bars while " + calendar.name() + " is closed");
        }
        seen++;
    }

    private void spike(long next) {
        places.add(
                Kind.SPIKE,
                startNs,
                startNs,
                () -> instrument.formatPrice(beforeLast) + " " + instrument.formatPrice(last) + " "
                        + instrument.formatPrice(next));
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
            longestGapNs = Math.max(longestGapNs, openNs);
            places.add(
                    Kind.GAP,
                    startNs,
                    timeNs,
                    () -> "no bar for " + Duration.ofNanos(openNs).toSeconds() + " s");
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
        return new Quality(
                duplicates,
                0,
                places.sum(Kind.SPIKE).rows(),
                places.sum(Kind.GAP).rows(),
                longestGapNs,
                places.sum(Kind.OFF_HOURS).rows(),
                List.of());
    }

    /// Returns all that was found.
    QualityReport report() {
        return QualityReport.of(seen, places);
    }
}
