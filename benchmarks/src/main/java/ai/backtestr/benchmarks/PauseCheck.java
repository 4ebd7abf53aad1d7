package ai.backtestr.benchmarks;

import ai.backtestr.engine.monitor.GcPauses;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Runs backtests at full speed, one after the other, while a reader takes a snapshot sixty times a second as a window
/// does, and holds the pauses of the garbage collector, as the JVM tells them, against the target: none of a
/// millisecond or more. The garbage collector is whatever the JVM was started with; the product's launcher sets
/// `-XX:+UseZGC -XX:+UseCompactObjectHeaders`.
public final class PauseCheck {
    private static final long TARGET_NS = 1_000_000;
    private static final long FRAME_NS = 1_000_000_000L / 60;
    private static final int PAGES = 64;

    private PauseCheck() {}

    /// Runs for that long and exits with 1 if the target is missed.
    ///
    /// @param arguments `--minutes N`; 10 unless given
    public static void main(String[] arguments) {
        double minutes = minutes(List.of(arguments));
        long endNs = System.nanoTime() + (long) (minutes * 60e9);
        Histogram pauses = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
        AtomicReference<Backtest> running = new AtomicReference<>();
        AtomicLong snapshots = new AtomicLong();
        Thread reader = Thread.ofPlatform().daemon().name("reader").start(() -> read(running, snapshots, endNs));
        long ticks;
        long startNs = System.nanoTime();
        try (DecodedTicks decoded = SyntheticTicks.decoded(PAGES, SyntheticTicks.BURSTS);
                GcPauses _ = GcPauses.to(pause -> pauses.recordValue(Math.max(1, pause)))) {
            ticks = runUntil(endNs, decoded, running);
        }
        double seconds = (System.nanoTime() - startNs) / 1e9;
        LockSupport.unpark(reader);
        System.exit(report(pauses, ticks / seconds, seconds, snapshots.get()));
    }

    private static double minutes(List<String> arguments) {
        int at = arguments.indexOf("--minutes");
        return at < 0 ? 10 : Double.parseDouble(arguments.get(at + 1));
    }

    private static long runUntil(long endNs, DecodedTicks decoded, AtomicReference<Backtest> running) {
        BacktestSpec spec = BacktestSpec.of(Scalper.DEFINITION, Map.of()).withChartTimeframes(EngineState.EIGHT);
        long ticks = 0;
        while (System.nanoTime() < endNs) {
            Backtest backtest = new Backtest(spec, decoded.reader());
            running.set(backtest);
            ticks += backtest.run().orElseThrow().ticks();
        }
        return ticks;
    }

    private static void read(AtomicReference<Backtest> running, AtomicLong snapshots, long endNs) {
        while (System.nanoTime() < endNs) {
            Backtest backtest = running.get();
            if (backtest != null && backtest.snapshot().ticks() >= 0) {
                snapshots.incrementAndGet();
            }
            LockSupport.parkNanos(FRAME_NS);
        }
    }

    private static int report(Histogram pauses, double ticksPerSecond, double seconds, long snapshots) {
        System.out.printf(
                Locale.ROOT,
                "%.0f s, %,.0f ticks a second, %,d snapshots read%n%,d pauses: median %.3f ms, p99 %.3f ms, max %.3f ms%n",
                seconds,
                ticksPerSecond,
                snapshots,
                pauses.getTotalCount(),
                pauses.getValueAtPercentile(50) / 1e6,
                pauses.getValueAtPercentile(99) / 1e6,
                pauses.getMaxValue() / 1e6);
        boolean passes = pauses.getMaxValue() < TARGET_NS;
        System.out.println(passes ? "pass: no pause of 1 ms or more" : "fail: a pause of 1 ms or more");
        return passes ? 0 : 1;
    }
}
