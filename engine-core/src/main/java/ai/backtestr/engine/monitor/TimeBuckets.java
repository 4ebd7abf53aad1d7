package ai.backtestr.engine.monitor;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/// How often something took how long: counts in buckets that end at 1, 2, 5, 10, 20, 50 ns and so on up to 100 s.
///
/// A time is put where its place in a histogram of two digits is, so that one close to the end of a bucket may be
/// counted in its neighbour.
///
/// @param metric what took that long
/// @param buckets from the shortest time to the longest, none left out between them
/// @param count how many times there are, 1 or more
/// @param missed how many of them miss the target; 0 without one
public record TimeBuckets(Metric metric, List<Bucket> buckets, long count, long missed) {
    private static final int[] STEPS = {1, 2, 5};
    private static final int DECADES = 12;
    private static final long[] BOUNDS = bounds();

    /// Takes a copy of the buckets.
    public TimeBuckets {
        buckets = List.copyOf(buckets);
    }

    /// Times of about the same length.
    ///
    /// @param fromNs the shortest, in nanoseconds
    /// @param toNs all are below that
    /// @param count how many
    /// @param percentile how many percent of all times are as short or shorter, 0 to 100
    public record Bucket(long fromNs, long toNs, long count, double percentile) {}

    private static long[] bounds() {
        long[] bounds = new long[STEPS.length * DECADES];
        long decade = 1;
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = STEPS[i % STEPS.length] * decade;
            decade = i % STEPS.length == STEPS.length - 1 ? decade * 10 : decade;
        }
        return bounds;
    }

    /// @param times with one or more
    /// @param targetNs what times should be below; `Double.POSITIVE_INFINITY` for no target
    static TimeBuckets of(Metric metric, Histogram times, double targetNs) {
        long[] counts = new long[BOUNDS.length];
        long missed = 0;
        int last = 0;
        for (HistogramIterationValue value : times.recordedValues()) {
            long ns = times.lowestEquivalentValue(value.getValueIteratedTo());
            while (ns >= BOUNDS[last + 1]) {
                last++;
            }
            counts[last] += value.getCountAtValueIteratedTo();
            missed += ns >= targetNs ? value.getCountAtValueIteratedTo() : 0;
        }
        return new TimeBuckets(metric, buckets(counts, last, times.getTotalCount()), times.getTotalCount(), missed);
    }

    private static List<Bucket> buckets(long[] counts, int last, long total) {
        List<Bucket> buckets = new ArrayList<>();
        long soFar = 0;
        for (int i = 0; i <= last; i++) {
            soFar += counts[i];
            if (soFar > 0) {
                buckets.add(new Bucket(BOUNDS[i], BOUNDS[i + 1], counts[i], 100.0 * soFar / total));
            }
        }
        return buckets;
    }

    /// Returns how many percent of all times keep to the target, 0 to 100.
    public double percentKept() {
        return 100.0 * (count - missed) / count;
    }
}
