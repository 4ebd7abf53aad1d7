package ai.backtestr.data.imports;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// When bars began, told from the times that a file gives them.
///
/// A bar shorter than a day begins at its time, or a length before it where files stamp the end. A daily bar begins
/// with a trading day of the instrument's calendar: of a date, or midnight on the clock of the file, that is the
/// one that holds noon of that date on the calendar's clock (of foreign exchange, 17:00 New York on the day
/// before); of any other time, the one that holds it. Used by one thread.
final class BarTimes {
    private final Timeframe timeframe;
    private final BarStamp stamp;
    private final TradingCalendar calendar;
    private final ZoneId zone;
    private final boolean dates;

    BarTimes(BarOptions options, TradingCalendar calendar, TimeLayout layout) {
        timeframe = options.timeframe();
        stamp = options.stamp();
        this.calendar = calendar;
        dates = layout instanceof TimeLayout.Dates;
        zone = switch (layout) {
            case TimeLayout.Calendar read -> read.zone();
            case TimeLayout.Pattern read -> read.zone();
            case TimeLayout.SinceMidnight read -> read.zone();
            case TimeLayout.Epoch read -> ZoneOffset.UTC;
            case TimeLayout.Dates read -> ZoneOffset.UTC;
        };
    }

    /// Returns when the bar began that the file gives that time, both in nanoseconds since the epoch, UTC.
    long startNs(long readNs) {
        if (timeframe.equals(Timeframe.ONE_DAY)) {
            return dayStart(readNs);
        }
        return stamp == BarStamp.END ? Math.subtractExact(readNs, timeframe.lengthNs()) : readNs;
    }

    private long dayStart(long readNs) {
        boolean midnight = isMidnight(readNs);
        long withinNs = stamp == BarStamp.END && !dates ? readNs - 1 : readNs;
        return calendar.dayStart(midnight ? noonOf(local(withinNs).toLocalDate()) : withinNs);
    }

    private boolean isMidnight(long timeNs) {
        return local(timeNs).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private ZonedDateTime local(long timeNs) {
        return Times.instant(timeNs).atZone(zone);
    }

    private long noonOf(LocalDate date) {
        return Times.nanos(date.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant());
    }
}
