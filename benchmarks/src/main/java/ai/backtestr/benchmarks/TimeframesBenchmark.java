package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.tick.DecodedTicks;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a tick costs with 1, 4, 8 and 20 timeframes, all rolled up from bars of a minute. One operation is one
/// tick; the score is million ticks a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TimeframesBenchmark {
    @Param({"1", "4", "8", "20"})
    private int timeframes = 1;

    private final DecodedTicks ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS);
    private List<Timeframe> kept = List.of();

    @Setup
    public void choose() {
        kept = EngineState.timeframes(timeframes);
    }

    @TearDown
    public void free() {
        ticks.close();
    }

    /// The limit that memory sets.
    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public long scanOfColumns() {
        return EngineState.scan(ticks);
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public Object barsAlone() {
        return new BarRun(ticks.reader(), BarPrice.BID, kept).run();
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnTicks() {
        BacktestSpec spec = BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(kept);
        return new Backtest(spec, ticks.reader()).run().orElseThrow();
    }
}
