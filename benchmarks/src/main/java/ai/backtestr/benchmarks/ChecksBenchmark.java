package ai.backtestr.benchmarks;

import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.honesty.CheckOptions;
import ai.backtestr.desktop.honesty.HonestyChecks;
import ai.backtestr.desktop.report.Honesty;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What the checks of a result cost beside the run that they check: `run --checks none`, `quick` and the full ones,
/// over 8.4 million quotes in segments that the system has in memory. One operation is a run, or its checks.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChecksBenchmark {
    /// What is run: a strategy that hears of bars alone, or one with orders at all times.
    @Param({"bars", "ticks"})
    private String strategy = "bars";

    private final Path home;
    private final Workspace workspace;
    private BacktestRequest request;
    private BacktestResult result;

    public ChecksBenchmark() {
        try {
            home = Files.createTempDirectory("backtestr-checks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workspace = Workspace.open(new HomeFolder(home));
        workspace
                .store()
                .append(
                        new IncomingPages(SyntheticTicks.source(EngineState.PAGES, SyntheticTicks.BURSTS)),
                        Overlap.STOP);
        workspace
                .store()
                .pages(SyntheticTicks.EURUSD.symbol(), PagesProgress.NONE)
                .close();
        request = request(TrendFollower.DEFINITION);
        result = workspace.backtest(request).run();
    }

    @Setup(Level.Trial)
    public void choose() {
        request = request(strategy.equals("bars") ? TrendFollower.DEFINITION : Scalper.DEFINITION);
        result = run();
    }

    @TearDown
    public void close() {
        workspace.close();
        QuoteFile.delete(home);
    }

    private static BacktestRequest request(StrategyDefinition definition) {
        return new BacktestRequest(
                SyntheticTicks.EURUSD.symbol(), TimeRange.ALL, BacktestSpec.of(definition, Map.of()));
    }

    @Benchmark
    public BacktestResult run() {
        return workspace.backtest(request).run();
    }

    @Benchmark
    public Honesty quickChecks() {
        return checks(CheckOptions.Extent.QUICK);
    }

    @Benchmark
    public Honesty fullChecks() {
        return checks(CheckOptions.Extent.FULL);
    }

    private Honesty checks(CheckOptions.Extent extent) {
        return HonestyChecks.of(workspace, request, result, new CheckOptions(extent, CheckOptions.DEFAULT.staleNs()))
                .run();
    }
}
