package ai.backtestr.benchmarks;

import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.ConcurrentBacktests;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One backtest on ticks, and two at once over the same pages: what a second core is worth. The score is backtests
/// a second times the ticks of one, in millions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ConcurrentBenchmark {
    @Param({"1", "2"})
    private int atOnce = 1;

    private final DecodedTicks ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS);
    private final BacktestSpec spec =
            BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(EngineState.EIGHT);

    @TearDown
    public void free() {
        ticks.close();
    }

    /// Two backtests, one after the other or at once.
    @Benchmark
    @OperationsPerInvocation(2 * EngineState.TICKS)
    public List<Optional<BacktestResult>> twoBacktests() {
        return new ConcurrentBacktests(ticks, Collections.nCopies(2, spec), atOnce).run();
    }
}
