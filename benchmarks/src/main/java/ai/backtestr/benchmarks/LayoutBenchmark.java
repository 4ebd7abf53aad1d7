package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How ticks should lie in memory: in columns, or in records of 32 bytes (time, bid, ask, sizes and flags packed)
/// or of 64 (a cache line, every field a long). What engines do with them: write all fields, read time and both
/// prices of each in turn, and the range of the bids alone. One operation is one tick; the score is million ticks a
/// second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LayoutBenchmark {
    private static final int TICKS = 8 << 20;
    private static final int RUN = 80; // ticks in a bar of a minute

    /// Bytes from one tick's field to the next tick's, 8 where every field has a column of its own.
    @Param({"8", "32", "64"})
    private int stride = 8;

    private final Arena arena = Arena.ofShared();

    @SuppressWarnings("NullAway.Init") // by allocate()
    private MemorySegment time;

    @SuppressWarnings("NullAway.Init")
    private MemorySegment bid;

    @SuppressWarnings("NullAway.Init")
    private MemorySegment ask;

    @SuppressWarnings("NullAway.Init")
    private MemorySegment rest;

    @Setup
    public void allocate() {
        long bytes = (long) TICKS * stride;
        if (stride == Long.BYTES) {
            time = arena.allocate(bytes, 64);
            bid = arena.allocate(bytes, 64);
            ask = arena.allocate(bytes, 64);
            rest = arena.allocate(bytes, 64);
        } else {
            MemorySegment records = arena.allocate(bytes + stride, 64);
            time = records;
            bid = records.asSlice(8);
            ask = records.asSlice(16);
            rest = records.asSlice(24);
        }
        write();
    }

    @TearDown
    public void free() {
        arena.close();
    }

    /// Four fields of eight bytes; of the 64-byte record the padding is left alone.
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public void write() {
        for (int i = 0; i < TICKS; i++) {
            long at = (long) i * stride;
            time.set(JAVA_LONG, at, i);
            bid.set(JAVA_LONG, at, 138_000 + (i & 63));
            ask.set(JAVA_LONG, at, 138_002 + (i & 63));
            rest.set(JAVA_LONG, at, 100);
        }
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long readTimeAndPricesInTurn() {
        long sum = 0;
        for (int i = 0; i < TICKS; i++) {
            long at = (long) i * stride;
            sum += time.get(JAVA_LONG, at) + bid.get(JAVA_LONG, at) + ask.get(JAVA_LONG, at);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long rangeOfBidsByTheMinute() {
        long sum = 0;
        for (int from = 0; from < TICKS; from += RUN) {
            int to = Math.min(TICKS, from + RUN);
            long low = Long.MAX_VALUE;
            long high = Long.MIN_VALUE;
            for (int i = from; i < to; i++) {
                long price = bid.get(JAVA_LONG, (long) i * stride);
                low = Math.min(low, price);
                high = Math.max(high, price);
            }
            sum += high - low;
        }
        return sum;
    }
}
