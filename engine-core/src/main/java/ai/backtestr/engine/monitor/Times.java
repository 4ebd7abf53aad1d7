package ai.backtestr.engine.monitor;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// Histograms of nanoseconds, from 1 ns to a minute, to two digits.
final class Times {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 2;

    private Times() {}

    static Recorder recorder() {
        return new Recorder(1, LONGEST_NS, DIGITS);
    }

    static Histogram histogram() {
        return new Histogram(1, LONGEST_NS, DIGITS);
    }

    static long within(long nanoseconds) {
        return Math.clamp(nanoseconds, 1, LONGEST_NS);
    }

    static Reading reading(Metric metric, Histogram times) {
        return new Reading(
                metric,
                times.getValueAtPercentile(99),
                times.getValueAtPercentile(50),
                times.getMaxValue(),
                times.getTotalCount());
    }
}
