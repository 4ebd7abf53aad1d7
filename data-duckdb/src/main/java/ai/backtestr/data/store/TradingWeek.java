package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// When a calendar is closed at weekends: not at all around the clock, and for foreign exchange from the start of
/// the day on Friday to that on Sunday, 17:00 New York both. Used by one thread.
final class TradingWeek {
    private final TradingCalendar calendar;
    private final boolean closes;
    private long closedFromNs = Long.MAX_VALUE;
    private long closedToNs = Long.MIN_VALUE;
    private long knownFromNs = Long.MAX_VALUE;

    TradingWeek(TradingCalendar calendar) {
        this.calendar = calendar;
        closes = calendar.equals(TradingCalendar.FOREX);
    }

    boolean isClosed(long timeNs) {
        enter(timeNs);
        return closes && timeNs >= closedFromNs && timeNs < closedToNs;
    }

    /// Returns how much of the time from `fromNs` to `toNs` the calendar is open.
    long openNs(long fromNs, long toNs) {
        long open = toNs - fromNs;
        if (!closes) {
            return open;
        }
        for (long at = fromNs; at < toNs; at = closedToNs) {
            enter(at);
            open -= Math.max(0, Math.min(toNs, closedToNs) - Math.max(at, closedFromNs));
        }
        return open;
    }

    /// Finds the closing that ends after that time.
    private void enter(long timeNs) {
        if (!closes || (timeNs >= knownFromNs && timeNs < closedToNs)) {
            return;
        }
        LocalDate day = Times.instant(timeNs).atZone(calendar.zone()).toLocalDate();
        LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        if (startOf(sunday) <= timeNs) {
            sunday = sunday.plusWeeks(1);
        }
        knownFromNs = startOf(sunday.minusWeeks(1));
        closedFromNs = startOf(sunday.minusDays(2));
        closedToNs = startOf(sunday);
    }

    private long startOf(LocalDate day) {
        return Times.nanos(
                day.atTime(calendar.dayStart()).atZone(calendar.zone()).toInstant());
    }
}
