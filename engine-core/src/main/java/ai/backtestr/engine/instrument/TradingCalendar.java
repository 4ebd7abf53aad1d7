package ai.backtestr.engine.instrument;

import ai.backtestr.engine.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// When an instrument's trading days begin. Days follow the zone's clock, daylight saving included, so a day can have
/// 23 or 25 hours.
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

    /// Returns the calendar stored under `name`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static TradingCalendar of(String name) {
        return switch (name) {
            case "24x7" -> ALWAYS_OPEN;
            case "forex" -> FOREX;
            default ->
                throw new IllegalArgumentException("no calendar is called '" + name + "'; there are 24x7 and forex");
        };
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

    private long startOf(LocalDate date) {
        Instant instant = date.atTime(dayStart).atZone(zone).toInstant();
        return Times.nanos(instant);
    }
}
