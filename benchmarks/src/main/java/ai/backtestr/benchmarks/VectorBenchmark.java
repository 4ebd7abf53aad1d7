package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
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

/// Whether the Vector API is faster than plain loops, which the compiler turns into vector instructions by itself,
/// for what bars are made with: the extremes and sums of stretches of a block in the first-level cache. One
/// operation is one tick; the score is nanoseconds a tick.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VectorBenchmark {
    private static final int TICKS = 1024;

    /// How many ticks a stretch has, one after the other, as between two bars.
    @Param({"4", "16", "128", "1024"})
    private int stretch = TICKS;

    private final long[] prices = new long[TICKS];
    private final long[] quantities = new long[TICKS];
    private final Arena arena = Arena.ofShared();
    private final MemorySegment column = arena.allocate((long) TICKS * Long.BYTES, 64);

    /// Fills the columns, and makes sure that both ways come to the same.
    @Setup
    public void fill() {
        Random random = new Random(1);
        for (int i = 0; i < TICKS; i++) {
            prices[i] = 110_000L + random.nextInt(1_000);
            quantities[i] = random.nextInt(10_000);
            column.setAtIndex(JAVA_LONG, i, quantities[i]);
        }
        if (scalarRange() != vectorRange() || scalarSum() != vectorSum() || scalarAmount() != vectorAmount()) {
            throw new IllegalStateException("the two ways differ");
        }
    }

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long scalarRange() {
        long sum = 0;
        for (int i = 0; i < TICKS; i += stretch) {
            sum += ScalarColumns.range(prices, i, i + stretch);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long vectorRange() {
        long sum = 0;
        for (int i = 0; i < TICKS; i += stretch) {
            sum += VectorColumns.range(prices, i, i + stretch);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long scalarSum() {
        long sum = 0;
        for (int i = 0; i < TICKS; i += stretch) {
            sum += ScalarColumns.sum(column, i, i + stretch);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long vectorSum() {
        long sum = 0;
        for (int i = 0; i < TICKS; i += stretch) {
            sum += VectorColumns.sum(column, i, i + stretch);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long scalarAmount() {
        long sum = 0;
        for (int i = 0; i < TICKS; i += stretch) {
            sum += ScalarColumns.amount(prices, quantities, i, i + stretch);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long vectorAmount() {
        long sum = 0;
        for (int i = 0; i < TICKS; i += stretch) {
            sum += VectorColumns.amount(prices, quantities, i, i + stretch);
        }
        return sum;
    }
}
