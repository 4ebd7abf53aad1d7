package ai.backtestr.render.chart;

import java.util.Locale;

/// Writes large quantities short: `847`, `12.3K`, `4.56M`.
final class CompactNumber {
    /// From here on, one decimal would read 1000.0.
    private static final double ROUNDS_TO_THOUSAND = 999.95;

    private static final String[] SUFFIXES = {"", "K", "M", "B", "T"};

    private CompactNumber() {}

    /// @param value any finite number; digits beyond the third or fourth are rounded away
    static String format(double value) {
        double scaled = value;
        int suffix = 0;
        while (Math.abs(scaled) >= ROUNDS_TO_THOUSAND && suffix < SUFFIXES.length - 1) {
            scaled /= 1_000;
            suffix++;
        }
        boolean whole = suffix == 0 && scaled == Math.rint(scaled);
        String digits = whole ? "%.0f" : Math.abs(scaled) >= 100 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, digits, scaled) + SUFFIXES[suffix];
    }
}
