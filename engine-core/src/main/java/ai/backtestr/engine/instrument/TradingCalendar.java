package ai.backtestr.engine.instrument;

import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// When an instrument's trading days begin. Days follow the zone's clock, daylight saving included, so a day can
/// have 23 or 25 hours.
///
/// @param name what it is stored and shown as
/// @param zone the zone whose clock counts
/// @param dayStart the time of day, in that zone, at which a trading day begins
/// @param daysPerYear trading days in a year, for annualised statistics: 365 around the clock, 252 otherwise
public record TradingCalendar(String name, ZoneId zone, LocalTime dayStart, int daysPerYear) {

    /// Trades around the clock; days begin at midnight UTC. The custom of crypto exchanges.
    public static final TradingCalendar ALWAYS_OPEN =
            new TradingCalendar("24x7", ZoneOffset.UTC, LocalTime.MIDNIGHT, 365);

    /// Foreign exchange and metals: days begin at 17:00 New York.
    public static final TradingCalendar FOREX =
            new TradingCalendar("forex", ZoneId.of("America/New_York"), LocalTime.of(17, 0), 252);

    /// Futures of the CME Group: days begin at 17:00 Chicago.
    public static final TradingCalendar FUTURES =
            new TradingCalendar("futures", ZoneId.of("America/Chicago"), LocalTime.of(17, 0), 252);

    /// Shares, funds and indices: days begin at midnight of the exchange, New York unless another zone is given.
    public static final TradingCalendar STOCKS =
            new TradingCalendar("stocks", ZoneId.of("America/New_York"), LocalTime.MIDNIGHT, 252);

    private static final List<TradingCalendar> ALL = List.of(ALWAYS_OPEN, FOREX, FUTURES, STOCKS);

    /// Returns the calendar stored under `name`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static TradingCalendar of(String name) {
        for (TradingCalendar calendar : ALL) {
            if (calendar.name.equals(name)) {
                return calendar;
            }
        }
        throw new IllegalArgumentException(
                "no calendar is called '" + name + "'; there are " + String.join(", ", names()));
    }

    /// Returns the names of all calendars.
    public static List<String> names() {
        return ALL.stream().map(TradingCalendar::name).toList();
    }

    /// Returns the same with days that begin at that time of day in another zone.
    public TradingCalendar inZone(ZoneId other) {
        return new TradingCalendar(name, other, dayStart, daysPerYear);
    }

    /// Tells whether the zone is the one that a calendar of this name has by itself.
    public boolean isInOwnZone() {
        return ALL.stream().anyMatch(own -> own.name.equals(name) && own.zone.equals(zone));
    }

    /// Returns the start of the trading day that holds `timeNs`, both in nanoseconds since the epoch, UTC.
    public long dayStart(long timeNs) {
        ZonedDateTime local = Times.instant(timeNs).atZone(zone);
        LocalDate date = local.toLocalDate();
        long start = startOf(date);
        return start <= timeNs ? start : startOf(date.minusDays(1));
    }

    /// Returns the start of the trading day after the one that holds `timeNs`, in nanoseconds since the epoch, UTC.
    public long nextDayStart(long timeNs) {
        LocalDate date = Times.instant(dayStart(timeNs)).atZone(zone).toLocalDate();
        return startOf(date.plusDays(1));
    }

    /// Returns the start of the trading week that holds `timeNs`. Weeks go from Monday's trading day to the next.
    /// Where markets close at weekends, what is quoted on Sunday's trading day, before the week opens, is of the
    /// week that follows, which then starts with that day.
    public long weekStart(long timeNs) {
        LocalDate date = tradingDate(timeNs);
        return startOfTradingDay(opensEarly(date) ? date : mondayOf(date));
    }

    /// Returns the end of the trading week that holds `timeNs`: where the next can start at the earliest.
    public long nextWeekStart(long timeNs) {
        LocalDate date = tradingDate(timeNs);
        LocalDate monday = opensEarly(date) ? date.plusDays(1) : mondayOf(date);
        return startOfTradingDay(closesAtWeekends() ? monday.plusDays(6) : monday.plusDays(7));
    }

    /// Returns the start of the months that hold `timeNs`, where the year is divided into runs of `months` of them:
    /// that of the trading day of their first date.
    public long monthStart(long timeNs, int months) {
        return startOfTradingDay(firstOfMonths(timeNs, months));
    }

    /// Returns the end of those months.
    public long nextMonthStart(long timeNs, int months) {
        return startOfTradingDay(firstOfMonths(timeNs, months).plusMonths(months));
    }

    /// Returns the date that the trading day which holds `timeNs` goes by: of one that begins in the afternoon,
    /// that of the next day. Monday of foreign exchange begins on Sunday.
    public LocalDate tradingDate(long timeNs) {
        LocalDate begins = Times.instant(dayStart(timeNs)).atZone(zone).toLocalDate();
        return beginsOnTheEve() ? begins.plusDays(1) : begins;
    }

    private LocalDate firstOfMonths(long timeNs, int months) {
        LocalDate date = tradingDate(timeNs);
        int first = (date.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(date.getYear(), first, 1);
    }

    private static LocalDate mondayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private boolean opensEarly(LocalDate date) {
        return closesAtWeekends() && date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private boolean closesAtWeekends() {
        return !name.equals(ALWAYS_OPEN.name);
    }

    private boolean beginsOnTheEve() {
        return !dayStart.isBefore(LocalTime.NOON);
    }

    private long startOfTradingDay(LocalDate date) {
        return startOf(beginsOnTheEve() ? date.minusDays(1) : date);
    }

    /// Tells whether it is known when sessions open and close: of shares in New York alone, as other exchanges keep
    /// other hours.
    public boolean hasSessions() {
        return !name.equals(STOCKS.name) || isInOwnZone();
    }

    /// Returns the first session that closes after `timeNs`: 9:30 to 16:00 for shares, 17:00 to 16:00 of the next
    /// day for futures, the whole trading day otherwise. Weekends and holidays are not left out.
    ///
    /// @throws IllegalStateException if the calendar has none
    public TradingSessionTimes sessionClosingAfter(long timeNs) {
        if (!hasSessions()) {
            throw new IllegalStateException("it is not known when sessions of " + name + " in " + zone + " open");
        }
        LocalDate date = Times.instant(timeNs).atZone(zone).toLocalDate().minusDays(2);
        TradingSessionTimes session = session(date);
        while (session.closeNs() <= timeNs) {
            date = date.plusDays(1);
            session = session(date);
        }
        return session;
    }

    /// Returns the first opening after `timeNs`, both in nanoseconds since the epoch, UTC.
    public long nextOpen(long timeNs) {
        TradingSessionTimes session = sessionClosingAfter(timeNs);
        return session.openNs() > timeNs
                ? session.openNs()
                : sessionClosingAfter(session.closeNs()).openNs();
    }

    private TradingSessionTimes session(LocalDate date) {
        return switch (name) {
            case "stocks" -> new TradingSessionTimes(at(date, LocalTime.of(9, 30)), at(date, LocalTime.of(16, 0)));
            case "futures" -> new TradingSessionTimes(startOf(date), at(date.plusDays(1), LocalTime.of(16, 0)));
            default -> new TradingSessionTimes(startOf(date), startOf(date.plusDays(1)));
        };
    }

    private long at(LocalDate date, LocalTime time) {
        return Times.nanos(date.atTime(time).atZone(zone).toInstant());
    }

    private long startOf(LocalDate date) {
        Instant instant = date.atTime(dayStart).atZone(zone).toInstant();
        return Times.nanos(instant);
    }
}
