package ai.backtestr.render.chart;

import ai.backtestr.render.series.BarSource;

/// Places of moments among bars in memory: bar `i` begins at position `i`, and time passes evenly from the start of
/// a bar to that of the next. Before the first bar and after the last it passes as fast as in the last of them.
final class BarPositions {
    private BarPositions() {}

    /// Returns the position of a moment among the first `count` bars, of which there is one at least.
    static double position(BarSource bars, int count, long timeNs) {
        int bar = Math.min(bars.indexAtOrBefore(timeNs), count - 1);
        if (bar < 0) {
            return (double) (timeNs - bars.timeNs(0)) / lastLengthNs(bars, count);
        }
        double into = (double) (timeNs - bars.timeNs(bar));
        return bar + (bar == count - 1 ? into / lastLengthNs(bars, count) : into / lengthNs(bars, bar));
    }

    /// Returns the moment at a position.
    static long timeNs(BarSource bars, int count, double position) {
        int bar = Math.clamp((long) Math.floor(position), 0, count - 1);
        boolean beyond = position < 0 || bar == count - 1;
        return bars.timeNs(bar)
                + Math.round((position - bar) * (beyond ? lastLengthNs(bars, count) : lengthNs(bars, bar)));
    }

    private static long lengthNs(BarSource bars, int bar) {
        return Math.max(1, bars.timeNs(bar + 1) - bars.timeNs(bar));
    }

    private static long lastLengthNs(BarSource bars, int count) {
        return count < 2 ? 60_000_000_000L : lengthNs(bars, count - 2);
    }
}
