package ai.backtestr.benchmarks;

import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
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
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class EndToEndBenchmark {
    private static final int TICKS_PER_SECOND = 1_000_000;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 20;

    @Param({"BUSY_SPIN", "YIELDING", "SLEEPING", "BLOCKING"})
    private Waiting waiting = Waiting.BUSY_SPIN;

    private final Histogram latency = new Histogram(TimeUnit.SECONDS.toNanos(100), 3);

    @TearDown
    public void print() {
        System.out.println();
        Latencies.print("ring entry to readable snapshot, " + waiting, latency);
    }

    @Benchmark
    public BacktestResult aMillionTicksASecond() {
        PacedTicks ticks = new PacedTicks(walk(), TICKS_PER_SECOND, WARM_UP_SECONDS, SECONDS, latency);
        BacktestSpec spec = BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(EngineState.EIGHT);
        RunThreads threads = RunThreads.DEFAULT.with(waiting).pinned(0, 1);
        Backtest backtest = new Backtest(spec, ticks, TickPage.DEFAULT_CAPACITY, threads);
        ticks.watch(backtest);
        return backtest.run().orElseThrow();
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
