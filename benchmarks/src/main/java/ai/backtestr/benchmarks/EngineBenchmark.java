package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.strategy.StrategyDefinition;
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

/// How many ticks a second go from decoded pages through the ring into the engine, beside the plain scan of the
/// columns that it reads: the limit that memory sets. One operation is one tick; the score is million ticks a
/// second. Each operation is a whole run, from the making of the engine to the statistics and the result hash.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    @Param({SyntheticTicks.BURSTS, SyntheticTicks.EVEN})
    private String ticksCome = SyntheticTicks.BURSTS;

    @Param({"1m", "1s"})
    private String shortestBars = "1m";

    @SuppressWarnings("NullAway.Init") // by decode()
    private DecodedTicks ticks;

    private List<Timeframe> eight = EngineState.EIGHT;

    @Setup
    public void decode() {
        ticks = SyntheticTicks.decoded(EngineState.PAGES, ticksCome);
        eight = shortestBars.equals("1m") ? EngineState.EIGHT : EngineState.EIGHT_FROM_A_SECOND;
    }

    @TearDown
    public void free() {
        ticks.close();
    }

    /// Reads time, bid and ask of every tick and adds them up.
    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public long scanOfColumns() {
        return EngineState.scan(ticks);
    }

    /// Eight timeframes, no strategy.
    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public Object barsOfEightTimeframes() {
        return new BarRun(ticks.reader(), BarPrice.BID, eight).run();
    }

    /// Eight timeframes, three indicators, a strategy that looks at closed bars, fills at bid and ask, account,
    /// equity and drawdown over every tick.
    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnBars() {
        return run(TrendFollower.DEFINITION);
    }

    /// The same with a strategy that hears of every tick and has orders in the market at all times.
    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnTicks() {
        return run(Scalper.DEFINITION);
    }

    private BacktestResult run(StrategyDefinition strategy) {
        BacktestSpec spec = BacktestSpec.of(strategy, Map.of()).withChartTimeframes(eight);
        return new Backtest(spec, ticks.reader()).run().orElseThrow();
    }
}
