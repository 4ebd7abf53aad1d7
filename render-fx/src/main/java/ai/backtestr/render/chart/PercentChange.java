package ai.backtestr.render.chart;

import ai.backtestr.render.axis.TextParts;

/// Writes changes in percent, with a sign and two decimals: `+0.42%`.
final class PercentChange {
    private static final double HUNDREDTHS = 100;

    private PercentChange() {}

    /// Adds a change to a line, unless it is no number, and returns the line.
    static TextParts write(double percent, TextParts line) {
        if (!Double.isFinite(percent)) {
            return line;
        }
        boolean falling = Double.compare(percent, 0.0) < 0;
        return line.add(falling ? "-" : "+")
                .number(TextParts.halfUp(Math.abs(percent), HUNDREDTHS), 2)
                .add("%");
    }
}
