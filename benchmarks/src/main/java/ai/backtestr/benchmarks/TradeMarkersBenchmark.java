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

/// How long the FX thread takes to build a frame of the chart at 1600x900 with that many trades over a million
/// bars, all but a few of them on screen or few of them, while it is panned; and to take the trades in. Headless
/// platform, software pipeline.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
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
