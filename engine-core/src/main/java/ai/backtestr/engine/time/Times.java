package ai.backtestr.engine.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// Time as the engine counts it: `long` nanoseconds since 1970-01-01T00:00Z, which reaches from 1677 to 2262.
public final class Times {
    /// Nanoseconds in a second.
    public static final long SECOND_NS = 1_000_000_000L;

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Times() {}

    /// Returns the instant as nanoseconds since the epoch.
    ///
    /// @throws ArithmeticException outside the years 1677 to 2262
    public static long nanos(Instant instant) {
        long seconds = instant.getEpochSecond();
        int nanos = instant.getNano();
        // A negative second and a positive fraction: carry one over, so that the bound 1677 is reached exactly.
        return seconds < 0 && nanos > 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, SECOND_NS), nanos - SECOND_NS)
                : Math.addExact(Math.multiplyExact(seconds, SECOND_NS), nanos);
    }

    /// Returns nanoseconds since the epoch as an instant.
    public static Instant instant(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS));
    }

    /// Writes a time as ISO-8601 in UTC with as many digits as it has, in groups of three: `2013-11-25T00:00:00Z`,
    /// `2014-05-01T00:00:00.046204200Z`.
    public static String format(long timeNs) {
        return instant(timeNs).toString();
    }

    /// Reads what a user types for a time: `2013-11-25`, `2013-11-25 14:00`, `2013-11-25T14:00:00.5`, taken as UTC,
    /// or with a zone of its own, `2013-11-25T14:00:00+09:00`.
    ///
    /// @throws DateTimeParseException if it is none of these
    public static long parse(String text) {
        if (text.length() == 10) {
            return nanos(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return zoned
                ? nanos(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant())
                : nanos(LocalDateTime.parse(text, LOCAL).toInstant(ZoneOffset.UTC));
    }
}
