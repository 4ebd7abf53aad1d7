package ai.backtestr.render.axis;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes what a clock shows, see [ai.backtestr.engine.time.WallClock], in English whatever the machine's own
/// language, in parts of which each is made once.
/// Threads: confined to the FX thread.
final class TimeParts {
    private static final int MINUTES_A_DAY = 1_440;
    private static final int SECONDS = 60;
    private static final int MOST_DAYS = 31;
    private static final int MONDAY = 3; // 1970-01-01 was the Thursday after

    private static final @Nullable String[] CLOCK = new String[MINUTES_A_DAY];
    private static final String[] SECOND = new String[SECONDS];
    private static final String[] DAY = new String[MOST_DAYS + 1];
    private static final String[] MONTH = new String[13];
    private static final String[] WEEKDAY = new String[7];

    static {
        for (int i = 0; i < SECONDS; i++) {
            SECOND[i] = ":" + DigitTexts.of(i, 2, false);
        }
        for (int i = 0; i <= MOST_DAYS; i++) {
            DAY[i] = Integer.toString(i);
        }
        MONTH[0] = "";
        for (Month month : Month.values()) {
            MONTH[month.getValue()] = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            WEEKDAY[day.getValue() - 1] = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }
    }

    private TimeParts() {}

    /// Adds the day of the week, such as `Wed`.
    static void weekday(long timeNs, TextParts line) {
        line.add(WEEKDAY[(int) Math.floorMod(Math.floorDiv(timeNs, Nanos.DAY) + MONDAY, 7L)]);
    }

    /// Adds the day of the month, such as `7`.
    static void day(long timeNs, TextParts line) {
        line.add(DAY[CivilDate.day(date(timeNs))]);
    }

    /// Adds the month, such as `Apr`.
    static void month(long timeNs, TextParts line) {
        line.add(MONTH[CivilDate.month(date(timeNs))]);
    }

    /// Adds the year.
    static void year(long timeNs, TextParts line) {
        line.number(CivilDate.year(date(timeNs)), 0);
    }

    private static long date(long timeNs) {
        return CivilDate.of(Math.floorDiv(timeNs, Nanos.DAY));
    }

    /// Adds hours and minutes, such as `09:00`.
    static void minute(long timeNs, TextParts line) {
        int minute = (int) (Math.floorMod(timeNs, Nanos.DAY) / Nanos.MINUTE);
        String text = CLOCK[minute];
        if (text == null) {
            text = DigitTexts.of(minute / 60, 2, false) + ":" + DigitTexts.of(minute % 60, 2, false);
            CLOCK[minute] = text;
        }
        line.add(text);
    }

    /// Adds the seconds behind a minute, such as `:30`.
    static void second(long timeNs, TextParts line) {
        line.add(SECOND[(int) (Math.floorMod(timeNs, Nanos.MINUTE) / Nanos.SECOND)]);
    }

    /// Adds the milliseconds behind a second, such as `.250`.
    static void millisecond(long timeNs, TextParts line) {
        line.add(DigitTexts.of((int) (Math.floorMod(timeNs, Nanos.SECOND) / 1_000_000), 3, true));
    }
}
