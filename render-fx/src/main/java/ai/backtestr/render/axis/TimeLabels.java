package ai.backtestr.render.axis;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes the labels of the time axis, in UTC and English whatever the machine's own, and keeps them.
final class TimeLabels {
    private final TextCache years = cache("uuuu");
    private final TextCache months = cache("MMM");
    private final TextCache days = cache("d");
    private final TextCache dayAndMonths = cache("d MMM");
    private final TextCache dates = cache("d MMM uuuu");
    private final TextCache minutes = cache("HH:mm");
    private final TextCache seconds = cache("HH:mm:ss");
    private final TextCache milliseconds = cache("HH:mm:ss.SSS");

    private static TextCache cache(String pattern) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        return new TextCache(timeNs -> format.format(Nanos.instant(timeNs)));
    }

    /// @param unit what begins at this moment
    /// @param finest the finest unit on the axis, which decides how much a date has to say
    String label(long timeNs, TimeUnit unit, TimeUnit finest) {
        return (finest.isWithinDay() ? withinDays(unit, finest) : overDays(unit)).get(timeNs);
    }

    private TextCache withinDays(TimeUnit unit, TimeUnit finest) {
        return switch (unit) {
            case YEAR -> dates;
            case MONTH, DAY -> dayAndMonths;
            case MINUTE, SECOND, MILLISECOND ->
                finest == TimeUnit.MINUTE ? minutes : finest == TimeUnit.SECOND ? seconds : milliseconds;
        };
    }

    private TextCache overDays(TimeUnit unit) {
        return switch (unit) {
            case YEAR -> years;
            case MONTH -> months;
            default -> days;
        };
    }
}
