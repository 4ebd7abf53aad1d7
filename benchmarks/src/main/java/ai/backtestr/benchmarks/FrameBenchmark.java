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

/// How long the FX thread takes to build a frame of the chart at 1600x900 while it is panned: layout and drawing
/// commands, not their rasterising. Headless platform, software pipeline. The limit is the pulse: 16.7 ms at 60
/// frames a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Main.NO_OTHER_COLLECTOR, Main.WINDOW_COLLECTOR})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FrameBenchmark {
    @Param({"200", "1600", "20000", "500000"})
    private int visibleBars;

    private @Nullable ChartStage stage;

    @Setup
    public void open() throws InterruptedException {
        ChartStage.startToolkit();
        ChartStage.onFxThread(() -> stage = new ChartStage(visibleBars));
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

    /// What the round trip to the FX thread costs that is part of every measurement above.
    @Benchmark
    public void emptyRoundTrip() throws InterruptedException {
        ChartStage.onFxThread(() -> {});
    }
}
