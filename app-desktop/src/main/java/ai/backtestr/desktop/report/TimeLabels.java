package ai.backtestr.desktop.report;

import ai.backtestr.engine.time.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round times along an axis, and how they are written.
final class TimeLabels {
    /// One of them.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC
    /// @param text the time on the clock of the zone
    record Label(long timeNs, String text) {}

    private static final int MOST = 8;
    private static final List<Duration> WITHIN_DAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));
    private static final List<Period> DATES = List.of(
            Period.ofDays(1),
            Period.ofDays(2),
            Period.ofDays(7),
            Period.ofDays(14),
            Period.ofMonths(1),
            Period.ofMonths(3),
            Period.ofMonths(6),
            Period.ofYears(1),
            Period.ofYears(2),
            Period.ofYears(5),
            Period.ofYears(10));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ENGLISH);

    private TimeLabels() {}

    static List<Label> between(long fromNs, long toNs, ZoneId zone) {
        Duration least = Duration.ofNanos((toNs - fromNs) / MOST);
        ZonedDateTime from = Times.instant(fromNs).atZone(zone);
        for (Duration step : WITHIN_DAYS) {
            if (step.compareTo(least) >= 0) {
                return withinDays(from, toNs, step);
            }
        }
        for (Period step : DATES) {
            if (Duration.ofDays(days(step)).compareTo(least) >= 0) {
                return dates(from.toLocalDate(), fromNs, toNs, step, zone);
            }
        }
        return List.of();
    }

    private static long days(Period step) {
        return step.getDays() + 30L * step.getMonths() + 365L * step.getYears();
    }

    private static List<Label> withinDays(ZonedDateTime from, long toNs, Duration step) {
        List<Label> labels = new ArrayList<>();
        ZonedDateTime at = from.truncatedTo(ChronoUnit.DAYS);
        while (Times.nanos(at.toInstant()) <= toNs) {
            if (!at.isBefore(from)) {
                labels.add(new Label(Times.nanos(at.toInstant()), at.format(TIME)));
            }
            at = at.plus(step);
        }
        return labels;
    }

    private static List<Label> dates(LocalDate from, long fromNs, long toNs, Period step, ZoneId zone) {
        DateTimeFormatter form = step.getYears() > 0 ? YEAR : step.getMonths() > 0 ? MONTH : DAY;
        LocalDate date =
                step.getYears() > 0 ? from.withDayOfYear(1) : step.getMonths() > 0 ? from.withDayOfYear(1) : from;
        List<Label> labels = new ArrayList<>();
        long atNs = start(date, zone);
        while (atNs <= toNs) {
            if (atNs >= fromNs) {
                labels.add(new Label(atNs, date.format(form)));
            }
            date = date.plus(step);
            atNs = start(date, zone);
        }
        return labels;
    }

    private static long start(LocalDate date, ZoneId zone) {
        return Times.nanos(date.atStartOfDay(zone).toInstant());
    }
}
