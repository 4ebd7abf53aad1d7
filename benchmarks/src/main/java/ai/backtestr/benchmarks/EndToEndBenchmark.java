package ai.backtestr.benchmarks;

import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.thread.CpuAffinity;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.thread.Waiting;
import ai.backtestr.engine.tick.TickPage;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long a tick takes from when it is due to enter the ring to when a snapshot that holds it can be read by
/// another thread, with a million ticks a second offered, eight timeframes and a strategy on ticks. Corrected for
/// coordinated omission; see [PacedTicks]. Printed after the run from an HdrHistogram, in nanoseconds; the score
/// says nothing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Main.NO_OTHER_COLLECTOR, Main.WINDOW_COLLECTOR})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class EndToEndBenchmark {
    private static final int TICKS_PER_SECOND = 1_000_000;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 20;
    private static final int PRODUCER_CPU = 1;

    /// How the two threads share the machine.
    public enum Sharing {
        /// Each spins on a processor of its own.
        TWO_SPIN(Waiting.BUSY_SPIN, 0, false),
        /// Each has a processor of its own, and lets others run while it waits.
        TWO_YIELD(Waiting.YIELDING, 0, true),
        /// Both are on one processor and let each other run; the other processor is left to the rest.
        ONE_YIELD(Waiting.YIELDING, 1, true),
        /// The engine sleeps for ever longer while it waits.
        ONE_SLEEPS(Waiting.SLEEPING, 0, false),
        /// The engine sleeps until woken.
        ONE_BLOCKS(Waiting.BLOCKING, 0, false);

        private final Waiting waiting;
        private final int engineCpu;
        private final boolean yields;

        Sharing(Waiting waiting, int engineCpu, boolean yields) {
            this.waiting = waiting;
            this.engineCpu = engineCpu;
            this.yields = yields;
        }

        RunThreads threads() {
            return RunThreads.DEFAULT.with(waiting).pinned(engineCpu, PRODUCER_CPU);
        }

        /// What the producer does while no tick is due.
        Runnable pause() {
            return yields ? Thread::yield : Thread::onSpinWait;
        }
    }

    @Param({"TWO_SPIN", "TWO_YIELD", "ONE_YIELD", "ONE_SLEEPS", "ONE_BLOCKS"})
    private Sharing sharing = Sharing.TWO_SPIN;

    private final Histogram latency = new Histogram(TimeUnit.SECONDS.toNanos(100), 3);
    private final Histogram alone = new Histogram(TimeUnit.SECONDS.toNanos(100), 3);

    @TearDown
    public void print() {
        System.out.println();
        Latencies.print("ring entry to readable snapshot, " + sharing, latency);
        Latencies.print("a thread that does nothing else, " + sharing, alone);
    }

    @Benchmark
    public BacktestResult aMillionTicksASecond() {
        PacedTicks ticks = paced(latency);
        BacktestSpec spec = BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(EngineState.EIGHT);
        Backtest backtest = new Backtest(spec, ticks, TickPage.DEFAULT_CAPACITY, sharing.threads());
        ticks.watch(backtest);
        return backtest.run().orElseThrow();
    }

    /// What the machine leaves to one thread that only looks at the clock as often: the limit.
    @Benchmark
    public void aThreadAlone() {
        CpuAffinity.runOn(PRODUCER_CPU, () -> paced(alone).runAlone());
    }

    private PacedTicks paced(Histogram into) {
        return new PacedTicks(walk(), TICKS_PER_SECOND, WARM_UP_SECONDS, SECONDS, into, sharing.pause());
    }

    private static int[] walk() {
        Random random = new Random(1);
        int[] walk = new int[1 << 20];
        int bid = 138_000;
        for (int i = 0; i < walk.length; i++) {
            bid = Math.max(1000, bid + random.nextInt(7) - 3);
            walk[i] = bid;
        }
        return walk;
    }
}
