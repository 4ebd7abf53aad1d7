package ai.backtestr.benchmarks;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The same as [ScalarColumns] by the Vector API, and the same results: the numbers are whole.
final class VectorColumns {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorColumns() {}

    /// As [ScalarColumns#range].
    static long range(long[] prices, int from, int to) {
        LongVector lows = LongVector.broadcast(SPECIES, prices[from]);
        LongVector highs = lows;
        int end = from + (to - from) / LANES * LANES;
        for (int i = from; i < end; i += LANES) {
            LongVector next = LongVector.fromArray(SPECIES, prices, i);
            lows = lows.min(next);
            highs = highs.max(next);
        }
        long low = lows.reduceLanes(VectorOperators.MIN);
        long high = highs.reduceLanes(VectorOperators.MAX);
        for (int i = end; i < to; i++) {
            low = Math.min(low, prices[i]);
            high = Math.max(high, prices[i]);
        }
        return high - low;
    }

    /// As [ScalarColumns#sum].
    static long sum(MemorySegment column, int from, int to) {
        LongVector sums = LongVector.zero(SPECIES);
        int end = from + (to - from) / LANES * LANES;
        for (int i = from; i < end; i += LANES) {
            sums = sums.add(
                    LongVector.fromMemorySegment(SPECIES, column, (long) i * Long.BYTES, ByteOrder.nativeOrder()));
        }
        return sums.reduceLanes(VectorOperators.ADD) + ScalarColumns.sum(column, end, to);
    }

    /// As [ScalarColumns#amount].
    static long amount(long[] prices, long[] quantities, int from, int to) {
        LongVector sums = LongVector.zero(SPECIES);
        int end = from + (to - from) / LANES * LANES;
        for (int i = from; i < end; i += LANES) {
            LongVector price = LongVector.fromArray(SPECIES, prices, i);
            sums = sums.add(price.mul(LongVector.fromArray(SPECIES, quantities, i)));
        }
        return sums.reduceLanes(VectorOperators.ADD) + ScalarColumns.amount(prices, quantities, end, to);
    }
}
