package ai.backtestr.benchmarks;

import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What an analyst waits for: whole backtests from compressed segments that the system has in memory, everything
/// included from the opening of the store's ticks to the result hash: checksums, decoding, digest, ring, bars,
/// orders, statistics. With 1, 4, 8 and 20 timeframes from a minute. One operation is one tick; the score is
/// million ticks a second. Beside it the limit: the same ticks into pages and no further.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WarmRunBenchmark {
    @Param({"1", "4", "8", "20"})
    private int timeframes = 1;

    private final Path home;
    private final TickStore store;
    private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);

    public WarmRunBenchmark() {
        try {
            home = Files.createTempDirectory("backtestr-warm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = TickStore.open(home);
        store.append(new IncomingPages(SyntheticTicks.source(EngineState.PAGES, SyntheticTicks.BURSTS)), Overlap.STOP);
        store.pages(SyntheticTicks.EURUSD.symbol(), PagesProgress.NONE).close();
    }

    @TearDown
    public void close() {
        page.close();
        store.close();
        QuoteFile.delete(home);
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public String pagesAlone() {
        try (TickSource source = ticks()) {
            while (source.fill(page)) {
                // the page is what is wanted
            }
            return source.dataDigest();
        }
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnBars() {
        return run(TrendFollower.DEFINITION);
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public BacktestResult strategyOnTicks() {
        return run(Scalper.DEFINITION);
    }

    private BacktestResult run(StrategyDefinition strategy) {
        BacktestSpec spec = BacktestSpec.of(strategy, Map.of()).withChartTimeframes(EngineState.timeframes(timeframes));
        try (TickSource source = ticks()) {
            return new Backtest(spec, source).run().orElseThrow();
        }
    }

    private TickSource ticks() {
        return store.ticks(SyntheticTicks.EURUSD.symbol(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
