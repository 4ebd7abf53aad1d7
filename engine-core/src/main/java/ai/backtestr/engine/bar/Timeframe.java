package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one bar is: a length of time, a count of ticks, a volume, a range of prices or a brick.
///
/// | written | a bar is |
/// |---|---|
/// | `250ms`, `90s`, `5m`, `4h` | that length of time, from 100 milliseconds to less than a day |
/// | `1d`, `1w`, `1mo`, `3mo` | the trading day, week, month or months of the instrument's calendar |
/// | `500t` | that many ticks |
/// | `1000v` | that volume, in units of quantity, or what the tick that reaches it makes of it |
/// | `20r` | as many prices as lie within 20 steps of the instrument's tick size |
/// | `renko:20` | a Renko brick of 20 steps of the tick size |
/// | `ha:1m`, `ha:500t`, ... | Heikin-Ashi made of the bars named behind it |
///
/// Bars shorter than a day are counted from the start of the trading day, so a 4-hour bar of EURUSD begins at 17:00
/// New York like the day does; where the length does not divide the day, its last bar is shorter. Bars of ticks,
/// volume and range begin anew with each trading day too, so that those of a day are the same wherever the data
/// begins; bricks go on. Equal lengths are equal timeframes: `60s` is `1m`.
///
/// @param unit the largest unit that the length is a whole number of, or what is counted
/// @param count how many of it, from 1; of days and weeks 1, of months one that divides the year
/// @param heikinAshi whether Heikin-Ashi bars are made of those
public record Timeframe(Unit unit, int count, boolean heikinAshi) implements Comparable<Timeframe> {

    /// What a timeframe is counted in, and the letters it is written with. Those of time come first, shortest
    /// first.
    public enum Unit {
        MILLISECOND("ms", 1_000_000L),
        SECOND("s", 1_000_000_000L),
        MINUTE("m", 60_000_000_000L),
        HOUR("h", 3_600_000_000_000L),
        DAY("d", 86_400_000_000_000L),
        WEEK("w", 7 * 86_400_000_000_000L),
        MONTH("mo", 30 * 86_400_000_000_000L),
        /// Ticks of the kind that the bars are made of.
        TICK("t", 0),
        /// Units of quantity traded.
        VOLUME("v", 0),
        /// Steps of the tick size between the lowest and the highest price.
        RANGE("r", 0),
        /// Steps of the tick size that a brick is high.
        RENKO("renko:", 0);

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
            throw new IllegalArgumentException("no unit is written '" + letters + "'");
        }

        static Unit largestOf(long lengthNs) {
            Unit largest = MILLISECOND;
            for (Unit unit : values()) {
                if (unit.isWithinDay() && lengthNs % unit.lengthNs == 0) {
                    largest = unit;
                }
            }
            return lengthNs == DAY.lengthNs ? DAY : largest;
        }

        boolean isTime() {
            return compareTo(MONTH) <= 0;
        }

        boolean isWithinDay() {
            return compareTo(DAY) < 0;
        }

        String write(int count) {
            return this == RENKO ? letters + count : count + letters;
        }
    }

    /// The shortest bar of time: 100 milliseconds.
    public static final long SHORTEST_NS = 100_000_000L;

    /// What can be written for a timeframe, in words.
    public static final String FORMS =
            "a time like 250ms, 5m, 4h, 1d, 1w or 1mo, 500t (ticks), 1000v (volume), 20r (range in steps of the tick"
                    + " size), renko:20 (bricks likewise), or ha: before one of them (Heikin-Ashi)";

    public static final Timeframe ONE_SECOND = new Timeframe(Unit.SECOND, 1);
    public static final Timeframe ONE_MINUTE = new Timeframe(Unit.MINUTE, 1);
    public static final Timeframe FIVE_MINUTES = new Timeframe(Unit.MINUTE, 5);
    public static final Timeframe FIFTEEN_MINUTES = new Timeframe(Unit.MINUTE, 15);
    public static final Timeframe ONE_HOUR = new Timeframe(Unit.HOUR, 1);
    public static final Timeframe FOUR_HOURS = new Timeframe(Unit.HOUR, 4);
    public static final Timeframe ONE_DAY = new Timeframe(Unit.DAY, 1);

    private static final String HEIKIN_ASHI = "ha:";
    private static final Pattern FORM = Pattern.compile(
            "(?<ha>ha:)?(?:(?<count>\\d{1,9})(?<unit>ms|s|m|h|d|w|mo|t|v|r)|(?<renko>renko:)(?<brick>\\d{1,9}))");
    private static final Pattern MINUTE_OR_MONTH = Pattern.compile("(?i:ha:)?\\d+M");
    private static final int MONTHS_A_YEAR = 12;
    private static final Comparator<Timeframe> ORDER = Comparator.comparing(
                    (Timeframe timeframe) -> timeframe.isTime() ? Unit.DAY : timeframe.unit)
            .thenComparingLong(timeframe -> timeframe.isTime() ? timeframe.lengthNs() : timeframe.count)
            .thenComparing(Timeframe::heikinAshi);

    public Timeframe {
        if (count < 1) {
            throw new IllegalArgumentException(unit.write(count) + " holds nothing; take a number from 1");
        }
        if (unit.compareTo(Unit.DAY) <= 0) {
            long lengthNs = unit.lengthNs * count;
            requireWithinDay(unit.write(count), lengthNs);
            unit = Unit.largestOf(lengthNs);
            count = (int) (lengthNs / unit.lengthNs);
        } else if (unit == Unit.WEEK && count > 1) {
            throw new IllegalArgumentException(count + "w is not counted from any day; take 1w or 1mo");
        } else if (unit == Unit.MONTH && MONTHS_A_YEAR % count != 0) {
            throw new IllegalArgumentException(
                    count + "mo does not divide the year; take 1mo, 2mo, 3mo, 4mo, 6mo or 12mo");
        }
    }

    private static void requireWithinDay(String text, long lengthNs) {
        if (lengthNs < SHORTEST_NS) {
            throw new IllegalArgumentException(text + " is shorter than 100ms, the shortest bar of time; take 1t to"
                    + " have a bar for every tick");
        }
        if (lengthNs > Unit.DAY.lengthNs) {
            throw new IllegalArgumentException(
                    text + " is longer than 1d; of what is longer there are 1w, 1mo, 2mo, 3mo, 4mo, 6mo and 12mo");
        }
    }

    /// Bars as they are traded, not Heikin-Ashi.
    public Timeframe(Unit unit, int count) {
        this(unit, count, false);
    }

    /// Reads `500ms`, `5m`, `1w`, `500t`, `renko:20`, `ha:1m` and the like.
    ///
    /// @throws IllegalArgumentException naming what is wrong with it
    public static Timeframe parse(String text) {
        String typed = text.strip();
        if (MINUTE_OR_MONTH.matcher(typed).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' may be minutes or months; write m for minutes, mo for months");
        }
        Matcher matcher = FORM.matcher(typed.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a timeframe; write " + FORMS);
        }
        boolean isBrick = matcher.group("renko") != null;
        return new Timeframe(
                Unit.of(matcher.group(isBrick ? "renko" : "unit")),
                Integer.parseInt(matcher.group(isBrick ? "brick" : "count")),
                matcher.group("ha") != null);
    }

    /// Tells whether its bars end with the clock or the calendar, rather than by what is traded.
    public boolean isTime() {
        return unit.isTime();
    }

    /// Tells whether its bars end with the clock and several of them make a trading day.
    public boolean isWithinDay() {
        return unit.isWithinDay();
    }

    /// Tells whether each of its bars is a trading day or several.
    public boolean isDayOrLonger() {
        return isTime() && !isWithinDay();
    }

    /// Returns the bars that Heikin-Ashi ones are made of; of others, the same.
    public Timeframe traded() {
        return heikinAshi ? new Timeframe(unit, count) : this;
    }

    /// Tells whether each of its bars is a whole number of bars of `part`, which are as they are traded. Bars that
    /// do not end with the clock are made of ticks alone.
    public boolean isMadeOf(Timeframe part) {
        if (!isTime() || !part.isTime()) {
            return traded().equals(part);
        }
        if (isWithinDay()) {
            return part.isWithinDay() && lengthNs() % part.lengthNs() == 0;
        }
        return part.isWithinDay() || part.unit == Unit.DAY || (part.unit == unit && count % part.count == 0);
    }

    /// Returns its length in nanoseconds: of a day, the 24 hours that most of them have, of months 30 days each; 0
    /// where bars do not end with the clock.
    public long lengthNs() {
        return unit.lengthNs * count;
    }

    /// Returns when the bar begins that holds `timeNs`, by the clock or the calendar; both are nanoseconds since the
    /// epoch, UTC.
    ///
    /// @throws IllegalStateException if its bars end by what is traded
    public long startNs(long timeNs, TradingCalendar calendar) {
        return placed(timeNs, calendar).startNs;
    }

    /// Returns when the bar ends that holds `timeNs`, by the clock or the calendar; both are nanoseconds since the
    /// epoch, UTC.
    ///
    /// @throws IllegalStateException if its bars end by what is traded
    public long endNs(long timeNs, TradingCalendar calendar) {
        return placed(timeNs, calendar).endNs;
    }

    private FormingBar placed(long timeNs, TradingCalendar calendar) {
        if (!isTime()) {
            throw new IllegalStateException(this + " bars do not end with the clock");
        }
        FormingBar bar = new FormingBar();
        BarSpan.of(traded(), calendar).place(bar, timeNs);
        return bar;
    }

    /// Orders by length; what does not end with the clock comes after, Heikin-Ashi just after what it is made of.
    @Override
    public int compareTo(Timeframe other) {
        return ORDER.compare(this, other);
    }

    /// Returns what [#parse] reads.
    @Override
    public String toString() {
        return (heikinAshi ? HEIKIN_ASHI : "") + unit.write(count);
    }
}
