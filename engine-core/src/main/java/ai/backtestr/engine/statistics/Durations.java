package ai.backtestr.engine.statistics;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Lengths of time in nanoseconds; null where there are none.
record Durations(
        @Nullable Long shortest,
        @Nullable Long longest,
        @Nullable Long mean) {
    static Durations of(LongStream lengthsNs) {
        long[] all = lengthsNs.sorted().toArray();
        if (all.length == 0) {
            return new Durations(null, null, null);
        }
        // As doubles: many long trades add up to more nanoseconds than a long holds.
        double mean = LongStream.of(all).mapToDouble(length -> length).average().orElseThrow();
        return new Durations(all[0], all[all.length - 1], Math.round(mean));
    }
}
