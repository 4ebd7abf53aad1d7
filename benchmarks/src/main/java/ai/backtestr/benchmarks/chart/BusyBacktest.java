package ai.backtestr.benchmarks.chart;

import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.thread.BackgroundPriority;
import ai.backtestr.engine.tick.TickSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Runs a backtest over all ticks of a symbol, as fast as it goes and again when it has ended, until it is
/// closed.
final class BusyBacktest implements AutoCloseable {
    private final TickStore store;
    private final String symbol;
    private final Thread thread;
    private volatile boolean closed;
    private final AtomicLong ticksBefore = new AtomicLong();
    private volatile @Nullable Backtest running;

    BusyBacktest(TickStore store, String symbol) {
        this.store = store;
        this.symbol = symbol;
        thread = Thread.ofPlatform().name("backtest").start(this::work);
    }

    private void work() {
        BackgroundPriority.RUNNING.take(); // as the window's backtests do
        while (!closed) {
            try (TickSource source = store.ticks(symbol, Long.MIN_VALUE, Long.MAX_VALUE)) {
                Backtest backtest = new Backtest(BacktestSpec.of(EmaCross.DEFINITION, Map.of()), source);
                running = backtest;
                if (closed) {
                    return;
                }
                backtest.run();
                ticksBefore.addAndGet(backtest.snapshot().ticks());
                running = null;
            }
        }
    }

    /// Returns how many ticks were taken in so far.
    long ticks() {
        Backtest now = running;
        return ticksBefore.get() + (now == null ? 0 : now.snapshot().ticks());
    }

    @Override
    public void close() {
        closed = true;
        Backtest now = running;
        if (now != null) {
            now.cancel();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
