package ai.backtestr.desktop.runs;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time as a number and a unit: `250us`, `50ms`, `1.5s`, `10m`, `48h`.
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h)");
    private static final String[] UNITS = {"h", "m", "s", "ms", "us", "ns"};

    private DurationText() {}

    /// Writes nanoseconds in the largest unit that leaves a whole number.
    static String of(long ns) {
        for (String unit : UNITS) {
            if (ns != 0 && ns % nanos(unit) == 0) {
                return ns / nanos(unit) + unit;
            }
        }
        return "0ms";
    }

    /// Reads nanoseconds.
    ///
    /// @throws IllegalArgumentException if it is none
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a length of time; write one like 50ms, 1.5s or 48h");
        }
        try {
            return new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(nanos(matcher.group(2))))
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a whole number of nanoseconds, or more than 292 years", e);
        }
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }
}
