package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.instrument.TradingSessionTimes;
import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// When a calendar is open: in its sessions, which leave out weekends and holidays and close early. Where sessions
/// are not known, as of shares outside New York, from Monday's trading day to Friday's. Used by one thread.
final class OpenHours {
    private static final TradingSessionTimes UNKNOWN = new TradingSessionTimes(Long.MAX_VALUE, Long.MIN_VALUE);

    private final TradingCalendar calendar;
    private TradingSessionTimes next = UNKNOWN;
    private long knownFromNs = Long.MAX_VALUE;

    OpenHours(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    boolean isClosed(long timeNs) {
        return timeNs < nextAt(timeNs).openNs();
    }

    /// Returns how much of the time from `fromNs` to `toNs` the calendar is open.
    long openNs(long fromNs, long toNs) {
        long open = 0;
        long at = fromNs;
        while (at < toNs) {
            TradingSessionTimes session = nextAt(at);
            open += Math.max(0, Math.min(toNs, session.closeNs()) - Math.max(at, session.openNs()));
            at = session.closeNs();
        }
        return open;
    }

    /// Returns how long the sessions are whose trading dates lie between two dates, both left out.
    long openNsBetween(LocalDate from, LocalDate to) {
        long open = 0;
        for (LocalDate date = from.plusDays(1); date.isBefore(to); date = date.plusDays(1)) {
            if (isTradingDate(date)) {
                TradingSessionTimes session = calendar.hasSessions() ? calendar.sessionOn(date) : null;
                open += session == null ? Times.SECOND_NS * 86_400 : session.closeNs() - session.openNs();
            }
        }
        return open;
    }

    /// Tells whether there is a session on a trading date; where sessions are not known, whether it is a weekday.
    boolean isTradingDate(LocalDate date) {
        return calendar.hasSessions()
                ? calendar.sessionOn(date) != null
                : date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /// Returns the first session that closes after that time.
    private TradingSessionTimes nextAt(long timeNs) {
        if (timeNs < knownFromNs || timeNs >= next.closeNs()) {
            next = calendar.hasSessions() ? calendar.sessionClosingAfter(timeNs) : weekClosingAfter(timeNs);
            knownFromNs = timeNs;
        }
        return next;
    }

    private TradingSessionTimes weekClosingAfter(long timeNs) {
        LocalDate date = calendar.tradingDate(timeNs);
        LocalDate saturday = date.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        return new TradingSessionTimes(startOf(saturday.minusDays(5)), startOf(saturday));
    }

    private long startOf(LocalDate tradingDate) {
        long noonNs =
                Times.nanos(tradingDate.atTime(12, 0).atZone(calendar.zone()).toInstant());
        return calendar.dayStart(noonNs);
    }
}
