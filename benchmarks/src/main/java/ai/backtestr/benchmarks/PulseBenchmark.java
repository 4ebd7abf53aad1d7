package ai.backtestr.benchmarks;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
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

/// How many frames a second the chart shows at 1600x900 while it is panned by a bar in each: building, rasterising
/// and presenting, with the pulse let run as fast as it can. Headless platform, software pipeline. A display needs
/// 60.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Main.NO_OTHER_COLLECTOR, Main.WINDOW_COLLECTOR, "-Djavafx.animation.fullspeed=true"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PulseBenchmark {
    @Param({"200", "1600", "20000"})
    private int visibleBars;

    private final Semaphore pulses = new Semaphore(0);
    private @Nullable AnimationTimer panning;

    @Setup
    public void open() throws InterruptedException {
        ChartStage.startToolkit();
        ChartStage.onFxThread(() -> {
            ChartStage stage = new ChartStage(visibleBars);
            panning = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stage.panByOneBar();
                    pulses.release();
                }
            };
            panning.start();
        });
    }

    @TearDown
    public void close() throws InterruptedException {
        ChartStage.onFxThread(() -> Objects.requireNonNull(panning).stop());
        Platform.exit();
    }

    @Benchmark
    public void pannedFrame() throws InterruptedException {
        pulses.acquire();
    }

    @Setup(Level.Iteration)
    public void forgetPulsesBefore() {
        pulses.drainPermits();
    }
}
