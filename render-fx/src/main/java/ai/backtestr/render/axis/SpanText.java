package ai.backtestr.render.axis;

import java.util.Locale;

/// Writes a length of time short, to two or three digits: `16 min`, `4.5 h`, `120 ms`.
public final class SpanText {
    private static final double[] UNITS = {Nanos.DAY, 3_600e9, Nanos.MINUTE, Nanos.SECOND, 1e6, 1e3};
    private static final String[] NAMES = {" d", " h", " min", " s", " ms", " µs"};

    private SpanText() {}

    /// Returns a length of `ns` nanoseconds, above 0.
    public static String of(double ns) {
        int unit = 0;
        while (unit < UNITS.length - 1 && ns < UNITS[unit]) {
            unit++;
        }
        double count = ns / UNITS[unit];
        boolean whole = count >= 10 || count == Math.rint(count);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", count) + NAMES[unit];
    }
}
