package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;

/// Writes large quantities short: `847`, `12.3K`, `4.56M`.
final class CompactNumber {
    /// From here on, one decimal would read 1000.0.
    private static final double ROUNDS_TO_THOUSAND = 999.95;

    private static final String[] SUFFIXES = {"", "K", "M", "B", "T"};

    private CompactNumber() {}

    /// @param value any finite number; digits beyond the third or fourth are rounded away
    static String format(double value) {
        return write(value, new TextParts()).toString();
    }

    /// Adds a number to a line, and returns the line.
    static TextParts write(double value, TextParts line) {
        double scaled = value;
        int suffix = 0;
        while (Math.abs(scaled) >= ROUNDS_TO_THOUSAND && suffix < SUFFIXES.length - 1) {
            scaled /= 1_000;
            suffix++;
        }
        double size = Math.abs(scaled);
        boolean whole = suffix == 0 && scaled == Math.rint(scaled);
        int decimals = whole ? 0 : size >= 100 ? 1 : 2;
        long units = TextParts.halfUp(size, decimals == 0 ? 1 : decimals == 1 ? 10 : 100);
        return line.add(scaled < 0 ? "-" : "").number(units, decimals).add(SUFFIXES[suffix]);
    }
}
