package ai.backtestr.benchmarks;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Quotes that come one by one at a fixed rate, whether the engine keeps up or not, and the time from when each was
/// due to when a snapshot that holds it could be read. A tick that had to wait counts from when it was due, so a
/// stall is charged to every tick that came meanwhile: nothing is omitted.
final class PacedTicks implements TickSource {
    private static final int MOST_AT_ONCE = 1024;

    private final long intervalNs;
    private final long ticks;
    private final long warmUpTicks;
    private final Histogram latency;
    private final int[] walk;
    private final Runnable pause;
    private @Nullable Backtest watched;
    private long startNs;
    private long sent;
    private long seen;

    /// @param walk what the bid is for each tick, begun anew at its end
    /// @param pause what to do while no tick is due
    PacedTicks(int[] walk, long ticksPerSecond, int warmUpSeconds, int seconds, Histogram latency, Runnable pause) {
        this.pause = pause;
        this.walk = walk;
        this.intervalNs = 1_000_000_000L / ticksPerSecond;
        this.warmUpTicks = warmUpSeconds * ticksPerSecond;
        this.ticks = warmUpTicks + seconds * ticksPerSecond;
        this.latency = latency;
    }

    void watch(Backtest backtest) {
        watched = backtest;
    }

    /// Goes through all ticks with no engine behind: how late this thread alone is.
    void runAlone() {
        try (TickPage page = new TickPage(MOST_AT_ONCE)) {
            while (seen < ticks && fill(page)) {
                seenUntil(sent);
            }
        }
    }

    /// Hands out the ticks that are due, and looks at snapshots until there are some.
    @Override
    public boolean fill(TickPage page) {
        page.clear();
        if (sent == 0) {
            startNs = System.nanoTime();
        }
        while (page.count() == 0 && seen < ticks) {
            look();
            long due = Math.min(ticks, (System.nanoTime() - startNs) / intervalNs + 1);
            for (long end = Math.min(due, sent + MOST_AT_ONCE); sent < end; sent++) {
                long bid = walk[(int) (sent % walk.length)];
                page.appendQuote(startNs + sent * intervalNs, bid, bid + 2, 100, 100);
            }
            pause.run();
        }
        return page.count() > 0;
    }

    private void look() {
        Backtest backtest = watched;
        long readable = backtest == null ? 0 : backtest.snapshot().ticks();
        if (readable > seen) {
            seenUntil(readable);
        }
    }

    private void seenUntil(long readable) {
        long nowNs = System.nanoTime();
        for (; seen < readable; seen++) {
            if (seen >= warmUpTicks) {
                latency.recordValue(Math.max(0, nowNs - startNs - seen * intervalNs));
            }
        }
    }

    @Override
    public Instrument instrument() {
        return SyntheticTicks.EURUSD;
    }

    @Override
    public boolean hasTrades() {
        return false;
    }

    @Override
    public String dataDigest() {
        return "paced";
    }

    @Override
    public long tickCount() {
        return ticks;
    }

    @Override
    public void close() {}
}
