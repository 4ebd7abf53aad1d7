package ai.backtestr.render.axis;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes one moment in full, in UTC, with no more digits than it has: `Wed 19 Apr 2017 09:00`.
public final class TimeText {
    private static final DateTimeFormatter DAY = format("EEE d MMM uuuu");
    private static final DateTimeFormatter MINUTE = format("EEE d MMM uuuu HH:mm");
    private static final DateTimeFormatter SECOND = format("EEE d MMM uuuu HH:mm:ss");
    private static final DateTimeFormatter MILLISECOND = format("EEE d MMM uuuu HH:mm:ss.SSS");

    private TimeText() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /// Returns the moment `timeNs`, in nanoseconds since the epoch.
    public static String of(long timeNs) {
        DateTimeFormatter format = MILLISECOND;
        if (Math.floorMod(timeNs, Nanos.DAY) == 0) {
            format = DAY;
        } else if (Math.floorMod(timeNs, Nanos.MINUTE) == 0) {
            format = MINUTE;
        } else if (Math.floorMod(timeNs, Nanos.SECOND) == 0) {
            format = SECOND;
        }
        return format.format(Nanos.instant(timeNs));
    }
}
