package ai.backtestr.engine.bar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a bar lasts: a count of milliseconds, seconds, minutes, hours, or the trading day.
///
/// Bars shorter than a day are counted from the start of the trading day, so a 4-hour bar of EURUSD begins at 17:00
/// New York like the day does. Every one of them divides the 24-hour day, so that no bar straddles two days. Equal
/// lengths are equal timeframes: `60s` is `1m`.
///
/// @param unit the largest unit that the length is a whole number of
/// @param count how many units, from 1; of days, 1
public record Timeframe(Unit unit, int count) implements Comparable<Timeframe> {

    /// The units of a timeframe, shortest first, and the letters they are written with.
    public enum Unit {
        MILLISECOND("ms", 1_000_000L),
        SECOND("s", 1_000_000_000L),
        MINUTE("m", 60_000_000_000L),
        HOUR("h", 3_600_000_000_000L),
        DAY("d", 86_400_000_000_000L);

        private final String letters;
        private final long lengthNs;

        Unit(String letters, long lengthNs) {
            this.letters = letters;
            this.lengthNs = lengthNs;
        }

        static Unit of(String letters) {
            for (Unit unit : values()) {
                if (unit.letters.equals(letters)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("no unit of time is written '" + letters + "'");
        }

        static Unit largestOf(long lengthNs) {
            Unit largest = MILLISECOND;
            for (Unit unit : values()) {
                if (lengthNs % unit.lengthNs == 0) {
                    largest = unit;
                }
            }
            return largest;
        }
    }

    /// The shortest bar: 100 milliseconds.
    public static final long SHORTEST_NS = 100_000_000L;

    public static final Timeframe ONE_SECOND = new Timeframe(Unit.SECOND, 1);
    public static final Timeframe ONE_MINUTE = new Timeframe(Unit.MINUTE, 1);
    public static final Timeframe FIVE_MINUTES = new Timeframe(Unit.MINUTE, 5);
    public static final Timeframe FIFTEEN_MINUTES = new Timeframe(Unit.MINUTE, 15);
    public static final Timeframe ONE_HOUR = new Timeframe(Unit.HOUR, 1);
    public static final Timeframe FOUR_HOURS = new Timeframe(Unit.HOUR, 4);
    public static final Timeframe ONE_DAY = new Timeframe(Unit.DAY, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,8})(ms|s|m|h|d)");

    public Timeframe {
        long lengthNs = unit.lengthNs * count;
        if (lengthNs < SHORTEST_NS || lengthNs > Unit.DAY.lengthNs) {
            throw new IllegalArgumentException(count + unit.letters + " is outside 100ms to 1d");
        }
        if (Unit.DAY.lengthNs % lengthNs != 0) {
            throw new IllegalArgumentException(
                    count + unit.letters + " does not divide the day evenly; take one that does, like 5m, 1h or 4h");
        }
        unit = Unit.largestOf(lengthNs);
        count = (int) (lengthNs / unit.lengthNs);
    }

    /// Reads `500ms`, `1s`, `5m`, `4h` or `1d`.
    ///
    /// @throws IllegalArgumentException naming what is wrong with it
    public static Timeframe parse(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a timeframe; write a number and ms, s, m, h or d, like 5m or 1h");
        }
        return new Timeframe(Unit.of(matcher.group(2)), Integer.parseInt(matcher.group(1)));
    }

    /// Returns its length in nanoseconds; of a day, the 24 hours that most of them have.
    public long lengthNs() {
        return unit.lengthNs * count;
    }

    /// Orders by length.
    @Override
    public int compareTo(Timeframe other) {
        return Long.compare(lengthNs(), other.lengthNs());
    }

    /// Returns what [#parse] reads.
    @Override
    public String toString() {
        return count + unit.letters;
    }
}
