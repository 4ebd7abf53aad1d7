package ai.backtestr.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long the FX thread takes to build a frame of the chart at 1600x900 while it is panned over a million bars
/// with that many trades, of which a few or all but a few are on screen. The first trade is held to the end.
/// Headless platform, software pipeline.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Main.NO_OTHER_COLLECTOR, Main.WINDOW_COLLECTOR})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TradeMarkersBenchmark {
    @Param({"0", "100", "10000", "100000", "1000000"})
    private int trades;

    @Param({"1600", "999000"})
    private int visibleBars;

    private @Nullable ChartStage stage;

    @Setup
    public void open() throws InterruptedException {
        ChartStage.startToolkit();
        ChartStage.onFxThread(() -> {
            ChartStage opened = new ChartStage(visibleBars);
            opened.setTrades(trades);
            stage = opened;
        });
    }

    @TearDown
    public void close() {
        Platform.exit();
    }

    @Benchmark
    public void panByOneBar() throws InterruptedException {
        ChartStage shown = Objects.requireNonNull(stage);
        ChartStage.onFxThread(() -> {
            shown.panByOneBar();
            shown.paint();
        });
    }
}
