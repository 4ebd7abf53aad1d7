package ai.backtestr.engine.synthetic;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;

/// The minutes at which foreign exchange trades: from Sunday to Friday 17:00 New York, daylight saving included.
///
/// Clocks change at weekends, while the market is closed, so each trading day has its 24 hours and the same
/// distance between the clocks from its start to its end. Used by one thread.
final class TradingMinutes {
    static final long MINUTE_NS = 60 * Times.SECOND_NS;

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TradingCalendar calendar = TradingCalendar.FOREX;
    private final SessionHours hours = new SessionHours();
    private long dayStartNs;
    private long dayEndNs;
    private long minuteNs;

    /// Stands before the first open minute at or after that time.
    TradingMinutes(long startNs) {
        enter(calendar.dayStart(startNs));
        minuteNs = Math.max(dayStartNs, startNs) - MINUTE_NS;
    }

    /// Moves to the next open minute.
    ///
    /// @return whether it is of another trading day
    boolean next() {
        minuteNs += MINUTE_NS;
        boolean sameDay = minuteNs < dayEndNs;
        while (minuteNs >= dayEndNs) {
            enter(dayEndNs);
            minuteNs = Math.max(minuteNs, dayStartNs);
        }
        return !sameDay;
    }

    /// Takes the trading day that starts then, or the next open one.
    private void enter(long startNs) {
        dayStartNs = startNs;
        while (isClosed(dayStartNs)) {
            dayStartNs = calendar.nextDayStart(dayStartNs);
        }
        dayEndNs = calendar.nextDayStart(dayStartNs);
        hours.begin(
                minuteOfDay(dayStartNs, TOKYO),
                minuteOfDay(dayStartNs, LONDON),
                minuteOfDay(dayStartNs, calendar.zone()));
    }

    private boolean isClosed(long startNs) {
        DayOfWeek day = Times.instant(startNs).atZone(calendar.zone()).getDayOfWeek();
        return day == DayOfWeek.FRIDAY || day == DayOfWeek.SATURDAY;
    }

    private static int minuteOfDay(long timeNs, ZoneId zone) {
        ZonedDateTime local = Times.instant(timeNs).atZone(zone);
        return local.get(ChronoField.MINUTE_OF_DAY);
    }

    /// Returns when the minute begins, nanoseconds since the epoch, UTC.
    long startNs() {
        return minuteNs;
    }

    /// Returns how busy the minute is; 1 on average.
    double activity() {
        return hours.activity(minuteOfDay());
    }

    /// Returns how wide the spread is, 1 being that of a busy minute.
    double width() {
        return hours.width(minuteOfDay());
    }

    private int minuteOfDay() {
        return (int) ((minuteNs - dayStartNs) / MINUTE_NS);
    }
}
