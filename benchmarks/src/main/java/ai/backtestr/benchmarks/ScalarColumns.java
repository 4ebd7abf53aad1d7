package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/// Sums and extremes over stretches of columns as plain loops, the way the engine has them.
final class ScalarColumns {
    private ScalarColumns() {}

    /// Returns the lowest and the highest of `prices[from]` to `prices[to]` (exclusive), subtracted.
    static long range(long[] prices, int from, int to) {
        long low = prices[from];
        long high = low;
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, prices[i]);
            high = Math.max(high, prices[i]);
        }
        return high - low;
    }

    /// Returns entries `from` to `to` (exclusive) of a column added up.
    static long sum(MemorySegment column, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += column.getAtIndex(JAVA_LONG, i);
        }
        return sum;
    }

    /// Returns the products of prices and quantities added up, the numerator of a volume-weighted average.
    static long amount(long[] prices, long[] quantities, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += prices[i] * quantities[i];
        }
        return sum;
    }
}
