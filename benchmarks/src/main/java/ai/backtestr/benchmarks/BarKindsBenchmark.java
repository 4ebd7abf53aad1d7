package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/// What bars of each kind cost, alone and together. One operation is one tick; the score is million ticks a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BarKindsBenchmark {
    @Param({"1m", "ha:1m", "1w", "500t", "50r", "renko:50", "1m+500t+50r+renko:50"})
    private String bars = "1m";

    private final DecodedTicks ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS);
    private List<Timeframe> kept = List.of();

    @Setup
    public void choose() {
        kept = Stream.of(bars.split("\\+", -1)).map(Timeframe::parse).toList();
    }

    @TearDown
    public void free() {
        ticks.close();
    }

    @Benchmark
    @OperationsPerInvocation(EngineState.TICKS)
    public Object barsAlone() {
        return new BarRun(ticks.reader(), BarPrice.BID, kept).run();
    }
}
