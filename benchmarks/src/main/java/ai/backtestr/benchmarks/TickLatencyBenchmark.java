package ai.backtestr.benchmarks;

import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long the bars of eight timeframes, from a second to a day, take to be brought up to date for one tick:
/// closed where they have ended, rolled up, and the tick added. Printed after the run from an HdrHistogram, in
/// nanoseconds; the reading of the clock, some 20 ns of it, is included and shown beside.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Main.NO_OTHER_COLLECTOR, Main.WINDOW_COLLECTOR})
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class TickLatencyBenchmark {
    private final DecodedTicks ticks = SyntheticTicks.decoded(EngineState.PAGES, SyntheticTicks.BURSTS);
    private final Histogram update = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
    private final Histogram clock = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);

    /// Keeps the last iteration alone.
    @Setup(Level.Iteration)
    public void reset() {
        update.reset();
        clock.reset();
    }

    @TearDown
    public void print() {
        System.out.println();
        Latencies.print("update of eight timeframes", update);
        Latencies.print("reading the clock alone", clock);
        ticks.close();
    }

    @Benchmark
    public Object updateOfEightTimeframes() {
        BarPlan plan = new BarPlan(SyntheticTicks.EURUSD, BarPrice.BID);
        EngineState.EIGHT_FROM_A_SECOND.forEach(plan::series);
        MultiTimeframeBars bars = plan.build();
        for (TickPage page : ticks.pages()) {
            for (int i = 0; i < page.count(); i++) {
                long timeNs = page.timeNs(i);
                long price = page.bidPrice(i);
                long startNs = System.nanoTime();
                bars.closeEnded(timeNs);
                bars.add(timeNs, price, 0);
                update.recordValue(System.nanoTime() - startNs);
            }
        }
        return bars;
    }

    @Benchmark
    public void readingOfTheClock() {
        for (int i = 0; i < EngineState.TICKS; i++) {
            long startNs = System.nanoTime();
            clock.recordValue(System.nanoTime() - startNs);
        }
    }
}
