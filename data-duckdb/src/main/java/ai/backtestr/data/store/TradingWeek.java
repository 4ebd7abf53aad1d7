package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/// When a calendar is closed at weekends: not at all around the clock; where days begin in the afternoon, as in
/// foreign exchange at 17:00 New York, from the start of the day on Friday to that on Sunday; and where they begin
/// at midnight, from that of Saturday to that of Monday. Used by one thread.
final class TradingWeek {
    private final TradingCalendar calendar;
    private final boolean closes;
    private final DayOfWeek openingDay;
    private long closedFromNs = Long.MAX_VALUE;
    private long closedToNs = Long.MIN_VALUE;
    private long knownFromNs = Long.MAX_VALUE;

    TradingWeek(TradingCalendar calendar) {
        this.calendar = calendar;
        closes = !calendar.name().equals(TradingCalendar.ALWAYS_OPEN.name());
        openingDay = calendar.dayStart().equals(LocalTime.MIDNIGHT) ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
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
        LocalDate opening = day.with(TemporalAdjusters.nextOrSame(openingDay));
        if (startOf(opening) <= timeNs) {
            opening = opening.plusWeeks(1);
        }
        knownFromNs = startOf(opening.minusWeeks(1));
        closedFromNs = startOf(opening.minusDays(2));
        closedToNs = startOf(opening);
    }

    private long startOf(LocalDate day) {
        return Times.nanos(
                day.atTime(calendar.dayStart()).atZone(calendar.zone()).toInstant());
    }
}
