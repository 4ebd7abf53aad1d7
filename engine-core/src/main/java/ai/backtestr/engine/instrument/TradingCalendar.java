package ai.backtestr.engine.instrument;

import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an instrument's trading days begin, and its sessions open and close. Days follow the zone's clock, daylight
/// saving included, so a day can have 23 or 25 hours. Sessions leave out weekends and holidays and know early
/// closes; days do not, so that what is recorded on a holiday has its day too.
///
/// @param name what it is stored and shown as
/// @param zone the zone whose clock counts
/// @param dayStart the time of day, in that zone, at which a trading day begins
/// @param daysPerYear trading days in a year, for annualised statistics: 365 around the clock, 252 otherwise
/// @param sessions when sessions are; null where that is not known
public record TradingCalendar(
        String name,
        ZoneId zone,
        LocalTime dayStart,
        int daysPerYear,
        @Nullable SessionRules sessions) {

    /// Trades around the clock; days begin at midnight UTC. The custom of crypto exchanges.
    public static final TradingCalendar ALWAYS_OPEN = builtIn("24x7");

    /// Foreign exchange and metals: days begin at 17:00 New York.
    public static final TradingCalendar FOREX = builtIn("forex");

    /// Futures of the CME Group: days begin at 17:00 Chicago.
    public static final TradingCalendar FUTURES = builtIn("futures");

    /// Shares, funds and indices: days begin at midnight of the exchange, New York unless another zone is given.
    public static final TradingCalendar STOCKS = builtIn("stocks");

    private static final int MOST_DAYS_WITHOUT_SESSION = 366;

    private static final List<TradingCalendar> ALL = List.of(ALWAYS_OPEN, FOREX, FUTURES, STOCKS);

    /// A calendar of which it is not known when sessions are.
    public TradingCalendar(String name, ZoneId zone, LocalTime dayStart, int daysPerYear) {
        this(name, zone, dayStart, daysPerYear, null);
    }

    private static TradingCalendar builtIn(String name) {
        String file = "calendars/" + name + ".txt";
        try (InputStream in = TradingCalendar.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + file + " is missing");
            }
            return CalendarText.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + file + " cannot be read", e);
        }
    }

    /// Reads a user's calendar; how it is written stands in the guide.
    ///
    /// @throws IllegalArgumentException naming the line that cannot be read, or if the name is one of [#names()]
    public static TradingCalendar parse(String name, String text) {
        if (names().contains(name)) {
            throw new IllegalArgumentException("calendar " + name + ": the program has one of that name; take another");
        }
        return CalendarText.parse(name, text);
    }

    /// Returns the statements it was read from; empty for those of the program.
    public String text() {
        return sessions == null || names().contains(name) ? "" : sessions.text();
    }

    /// Returns the program's own calendar stored under `name`.
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

    /// Returns the same with days that begin at that time of day in another zone. Shares of other exchanges keep
    /// hours and holidays that are not known.
    public TradingCalendar inZone(ZoneId other) {
        for (TradingCalendar own : ALL) {
            if (own.name.equals(name) && own.zone.equals(other)) {
                return own;
            }
        }
        boolean known = !name.equals(STOCKS.name) || zone.equals(other);
        return new TradingCalendar(name, other, dayStart, daysPerYear, known ? sessions : null);
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
        return sessions != null;
    }

    /// Returns the first session that closes after `timeNs`. Weekends, holidays and other dates without one are
    /// left out, and early closes count.
    ///
    /// @throws IllegalStateException if the calendar has none
    public TradingSessionTimes sessionClosingAfter(long timeNs) {
        LocalDate date = tradingDate(timeNs).minusDays(1);
        for (int days = 0; days < MOST_DAYS_WITHOUT_SESSION; days++) {
            TradingSessionTimes session = sessionOn(date.plusDays(days));
            if (session != null && session.closeNs() > timeNs) {
                return session;
            }
        }
        throw new IllegalStateException(
                "the calendar " + name + " has no session in the year after " + Times.format(timeNs));
    }

    /// Returns the session of a trading date; null if there is none, because of a weekend or a holiday.
    ///
    /// @throws IllegalStateException if it is not known when sessions are
    public @Nullable TradingSessionTimes sessionOn(LocalDate date) {
        SessionRules rules = rules();
        SessionRules.SpecialDate special = rules.specialOn(date);
        LocalTime open = special == null ? rules.open() : special.open();
        LocalTime close = special == null ? rules.close() : special.close();
        if (open == null || close == null || !rules.hasSessionsOn(date.getDayOfWeek())) {
            return null;
        }
        boolean onTheEve = beginsOnTheEve() && !open.isBefore(dayStart);
        LocalDateTime opens = (onTheEve ? date.minusDays(1) : date).atTime(open);
        LocalDateTime closes = opens.toLocalDate().atTime(close);
        return new TradingSessionTimes(at(opens), at(closes.isAfter(opens) ? closes : closes.plusDays(1)));
    }

    /// Tells whether a trading date is a weekday with no session, or with one that closes before its time.
    public boolean isSpecial(LocalDate date) {
        SessionRules rules = rules();
        return rules.hasSessionsOn(date.getDayOfWeek()) && rules.specialOn(date) != null;
    }

    private SessionRules rules() {
        if (sessions == null) {
            throw new IllegalStateException("it is not known when sessions of " + name + " in " + zone + " open");
        }
        return sessions;
    }

    /// Returns when an order that is good for the day ends which reaches the market at `timeNs`: at the close of
    /// the session that it comes in or, between sessions, of the next; where sessions are not known, with the
    /// trading day.
    public long dayOrderEnd(long timeNs) {
        return hasSessions() ? sessionClosingAfter(timeNs).closeNs() : nextDayStart(timeNs);
    }

    /// Returns the first opening after `timeNs`, both in nanoseconds since the epoch, UTC.
    public long nextOpen(long timeNs) {
        TradingSessionTimes session = sessionClosingAfter(timeNs);
        return session.openNs() > timeNs
                ? session.openNs()
                : sessionClosingAfter(session.closeNs()).openNs();
    }

    private long at(LocalDateTime local) {
        return Times.nanos(local.atZone(zone).toInstant());
    }

    private long startOf(LocalDate date) {
        Instant instant = date.atTime(dayStart).atZone(zone).toInstant();
        return Times.nanos(instant);
    }
}
