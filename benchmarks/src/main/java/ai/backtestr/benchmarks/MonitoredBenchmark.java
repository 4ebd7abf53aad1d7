package ai.backtestr.benchmarks;

import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What the monitor costs: the same run watched and not. Million ticks a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MonitoredBenchmark {
    private final Monitor monitor = new Monitor(Target.DEFAULTS);

    @SuppressWarnings("NullAway.Init") // by decode()
    private DecodedTicks ticks;

    @Setup
    public void decode() {
        ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS);
    }

    @TearDown
    public void free() {
        ticks.close();
        monitor.close();
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnTicksAlone() {
        return backtest(false).run().orElseThrow();
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnTicksWatched() {
        Backtest backtest = backtest(true);
        try (Monitor.Watch _ = monitor.watchTicks(() -> backtest.snapshot().ticks())) {
            return backtest.run().orElseThrow();
        }
    }

    private Backtest backtest(boolean watched) {
        BacktestSpec spec =
                BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(List.copyOf(EngineState.EIGHT));
        return new Backtest(
                spec, ticks.reader(), TickPage.DEFAULT_CAPACITY, RunThreads.DEFAULT, watched ? monitor.stages() : null);
    }
}
