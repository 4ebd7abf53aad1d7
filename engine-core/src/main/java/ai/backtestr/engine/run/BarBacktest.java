package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.snapshot.RunSnapshot;
import ai.backtestr.engine.snapshot.SnapshotCell;
import java.util.Optional;
import java.util.function.Consumer;

/// One backtest on bar data: made, run once on the thread that calls [#run()], watched and cancelled from any
/// other.
///
/// Nothing in it is a tick. Market orders are filled at the next open; inside a bar the way of the price is what a
/// [PathAssumption] says, which is part of the result and of its hash.
public final class BarBacktest {
    private static final int BARS_A_SNAPSHOT = 1024;

    private final BacktestSpec spec;
    private final BarDataSource source;
    private final SnapshotCell snapshot = new SnapshotCell();
    private final PartWish wish = new PartWish();
    private final BarBacktestLoop loop;
    private volatile boolean cancelled;

    /// Prepares to run `spec` over the bars of `source`, which stays the caller's to close.
    ///
    /// @throws IllegalArgumentException if the strategy cannot trade that instrument, or needs ticks, or bars that
    ///     are no multiple of those of the source
    public BarBacktest(BacktestSpec spec, BarDataSource source, PathAssumption path) {
        this.spec = spec;
        this.source = source;
        loop = new BarBacktestLoop(spec, source.instrument(), source.timeframe(), path, snapshot);
    }

    /// Runs from the first bar to the last.
    ///
    /// @return the result, or nothing if it was cancelled
    /// @throws StrategyException if the strategy throws
    /// @throws ai.backtestr.engine.tick.TickSourceException if the bars cannot be read
    public Optional<BacktestResult> run() {
        long startNs = System.nanoTime();
        long read = 0;
        boolean more = source.next();
        while (more && !cancelled) {
            Bar bar = source.bar();
            more = source.next();
            loop.onBar(bar, more ? source.bar().timeNs() : Long.MAX_VALUE);
            read++;
            if (read % BARS_A_SNAPSHOT == 0) {
                loop.publish();
                wish.grant(() -> loop.part(spec, System.nanoTime() - startNs));
            }
        }
        if (cancelled) {
            return Optional.empty();
        }
        loop.finish();
        return Optional.of(loop.result(spec, source.dataDigest(), System.nanoTime() - startNs));
    }

    /// Has `taker` told, at the end of the first thousand bars after `atNanos`, what came of the run so far, as
    /// [Backtest#wishForPart] does.
    ///
    /// @param atNanos when, by [System#nanoTime()]
    public void wishForPart(long atNanos, Consumer<BacktestResult> taker) {
        wish.make(atNanos, taker);
    }

    /// Ends the run soon. Any thread.
    public void cancel() {
        cancelled = true;
    }

    /// Returns how the run stands, as of the last thousand bars, which take the place of ticks in it. Any thread,
    /// at any time, without waiting.
    public RunSnapshot snapshot() {
        return snapshot.read();
    }
}
