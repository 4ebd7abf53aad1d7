package ai.backtestr.benchmarks;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Prints histograms of nanoseconds.
final class Latencies {
    private Latencies() {}

    static void print(String what, Histogram nanoseconds) {
        if (nanoseconds.getTotalCount() > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: p50 %,d ns, p99 %,d ns, p99.9 %,d ns, p99.99 %,d ns, max %,d ns of %,d%n",
                    what,
                    nanoseconds.getValueAtPercentile(50),
                    nanoseconds.getValueAtPercentile(99),
                    nanoseconds.getValueAtPercentile(99.9),
                    nanoseconds.getValueAtPercentile(99.99),
                    nanoseconds.getMaxValue(),
                    nanoseconds.getTotalCount());
        }
    }
}
