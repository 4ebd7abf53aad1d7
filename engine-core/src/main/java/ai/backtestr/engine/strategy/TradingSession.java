package ai.backtestr.engine.strategy;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.instrument.TradingSessionTimes;
import ai.backtestr.engine.time.Times;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// A stretch of each trading day, by the clock on the wall of the instrument's calendar: it opens some minutes
/// after the trading day starts and closes some minutes later, daylight saving included. There is none on a holiday
/// of the calendar; on a day with an early close it closes then at the latest, and on one with a late opening it
/// does not open before.
///
/// Told of the time with [#begins]; asks the calendar once a day, which allocates, and otherwise compares two
/// numbers. Engine thread only.
public final class TradingSession {
    /// The most minutes that a day can have on the clock on the wall.
    public static final int DAY_MINUTES = 1440;

    private static final long MINUTE_NS = 60 * Times.SECOND_NS;
    private static final long NEVER = -1;

    private final TradingCalendar calendar;
    private final int openMinutes;
    private final int lengthMinutes;
    private final long beforeCloseNs;
    private long openNs = Long.MAX_VALUE;
    private long closeNs = Long.MIN_VALUE;
    private long nextDayNs = Long.MIN_VALUE;
    private boolean announced = true;

    /// @param calendar when trading days begin, and in which zone
    /// @param openMinutes minutes from the start of the trading day to the opening, 0 to 1439
    /// @param lengthMinutes minutes from the opening to the close, from 1; both together at most 1440
    public TradingSession(TradingCalendar calendar, int openMinutes, int lengthMinutes) {
        this(calendar, openMinutes, lengthMinutes, NEVER);
    }

    private TradingSession(TradingCalendar calendar, int openMinutes, int lengthMinutes, long beforeCloseNs) {
        if (openMinutes < 0 || lengthMinutes < 1 || openMinutes + lengthMinutes > DAY_MINUTES) {
            throw new IllegalArgumentException("a session from minute " + openMinutes + " of the trading day, "
                    + lengthMinutes + " minutes long, does not lie within the day's " + DAY_MINUTES + " minutes");
        }
        this.calendar = calendar;
        this.openMinutes = openMinutes;
        this.lengthMinutes = lengthMinutes;
        this.beforeCloseNs = beforeCloseNs;
    }

    /// Returns the stretch from the start of the trading day to some minutes before the calendar's session closes;
    /// where that is not known, before the day ends.
    ///
    /// @param minutes from 0, less than a day
    public static TradingSession untilBeforeClose(TradingCalendar calendar, int minutes) {
        return new TradingSession(calendar, 0, DAY_MINUTES - minutes, minutes * MINUTE_NS);
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
        if (calendar.hasSessions()) {
            keepTo(calendar.tradingDate(timeNs));
        }
    }

    private void keepTo(LocalDate date) {
        TradingSessionTimes session = calendar.sessionOn(date);
        boolean special = calendar.isSpecial(date);
        if (session == null) {
            announced = special;
            openNs = special ? Long.MAX_VALUE : openNs;
            closeNs = special ? Long.MIN_VALUE : closeNs;
            return;
        }
        if (special) {
            openNs = beforeCloseNs == NEVER ? Math.max(openNs, session.openNs()) : openNs;
            closeNs = Math.min(closeNs, session.closeNs());
        }
        if (beforeCloseNs != NEVER) {
            closeNs = session.closeNs() - beforeCloseNs;
        }
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
