package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How many ticks a second go from decoded pages through the ring into the engine, beside the plain scan of the
/// columns that it reads: the limit that memory sets. One operation is one tick; the score is million ticks a
/// second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private static final int PAGES = 64;
    private static final int TICKS = PAGES * TickPage.DEFAULT_CAPACITY;
    private static final List<Timeframe> EIGHT = List.of(
            Timeframe.ONE_SECOND,
            Timeframe.parse("15s"),
            Timeframe.ONE_MINUTE,
            Timeframe.FIVE_MINUTES,
            Timeframe.FIFTEEN_MINUTES,
            Timeframe.ONE_HOUR,
            Timeframe.FOUR_HOURS,
            Timeframe.ONE_DAY);

    private final SyntheticTicks ticks = new SyntheticTicks(PAGES);
    private final BacktestSpec emaCross =
            BacktestSpec.of(EmaCross.DEFINITION, Map.of("quantity", "1000")).withChartTimeframes(EIGHT);

    @Setup(Level.Invocation)
    public void rewind() {
        ticks.rewind();
    }

    @TearDown
    public void free() {
        ticks.close();
    }

    /// Reads time, bid and ask of every tick and adds them up.
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public long scanOfColumns() {
        long sum = 0;
        for (TickPage page : ticks.pages()) {
            MemorySegment time = page.time();
            MemorySegment bid = page.bid();
            MemorySegment ask = page.ask();
            for (int i = 0; i < page.count(); i++) {
                sum += time.getAtIndex(JAVA_LONG, i) + bid.getAtIndex(JAVA_LONG, i) + ask.getAtIndex(JAVA_LONG, i);
            }
        }
        return sum;
    }

    /// Eight timeframes, no strategy.
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public Object barsOfEightTimeframes() {
        return new BarRun(ticks, BarPrice.BID, EIGHT).run();
    }

    /// Eight timeframes, EMA cross on 15 minutes with fills, account and equity on every tick.
    @Benchmark
    @OperationsPerInvocation(TICKS)
    public BacktestResult backtestWithEightTimeframes() {
        return new Backtest(emaCross, ticks).run().orElseThrow();
    }
}
