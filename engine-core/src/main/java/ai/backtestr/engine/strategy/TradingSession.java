package ai.backtestr.engine.strategy;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import java.time.LocalDateTime;

/// A stretch of each trading day, by the clock on the wall of the instrument's calendar: it opens some minutes
/// after the trading day starts and closes some minutes later, daylight saving included.
///
/// Told of the time with [#begins]; asks the calendar once a day, which allocates, and otherwise compares two
/// numbers. Engine thread only.
public final class TradingSession {
    /// The most minutes that a day can have on the clock on the wall.
    public static final int DAY_MINUTES = 1440;

    private final TradingCalendar calendar;
    private final int openMinutes;
    private final int lengthMinutes;
    private long openNs = Long.MAX_VALUE;
    private long closeNs = Long.MIN_VALUE;
    private long nextDayNs = Long.MIN_VALUE;
    private boolean announced = true;

    /// @param calendar when trading days begin, and in which zone
    /// @param openMinutes minutes from the start of the trading day to the opening, 0 to 1439
    /// @param lengthMinutes minutes from the opening to the close, from 1; both together at most 1440
    public TradingSession(TradingCalendar calendar, int openMinutes, int lengthMinutes) {
        if (openMinutes < 0 || lengthMinutes < 1 || openMinutes + lengthMinutes > DAY_MINUTES) {
            throw new IllegalArgumentException("a session from minute " + openMinutes + " of the trading day, "
                    + lengthMinutes + " minutes long, does not lie within the day's " + DAY_MINUTES + " minutes");
        }
        this.calendar = calendar;
        this.openMinutes = openMinutes;
        this.lengthMinutes = lengthMinutes;
    }

    /// Takes in the time and tells whether this is the first call at or after the opening of a session. What
    /// [#openNs()] and [#closeNs()] return belongs to the trading day of the time taken in last.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC, never before that of the last call
    public boolean begins(long timeNs) {
        if (timeNs >= nextDayNs) {
            enterDay(timeNs);
        }
        if (announced || timeNs < openNs) {
            return false;
        }
        announced = true;
        return timeNs < closeNs;
    }

    private void enterDay(long timeNs) {
        long dayStartNs = calendar.dayStart(timeNs);
        LocalDateTime start = Times.instant(dayStartNs).atZone(calendar.zone()).toLocalDateTime();
        openNs = at(start.plusMinutes(openMinutes));
        closeNs = at(start.plusMinutes(openMinutes + lengthMinutes));
        nextDayNs = calendar.nextDayStart(timeNs);
        announced = false;
    }

    private long at(LocalDateTime local) {
        return Times.nanos(local.atZone(calendar.zone()).toInstant());
    }

    /// Tells whether a time of the day taken in last lies within the session.
    public boolean isOpen(long timeNs) {
        return timeNs >= openNs && timeNs < closeNs;
    }

    /// Returns the opening, nanoseconds since the epoch, UTC.
    public long openNs() {
        return openNs;
    }

    /// Returns the close, the first moment after the session, nanoseconds since the epoch, UTC.
    public long closeNs() {
        return closeNs;
    }
}
