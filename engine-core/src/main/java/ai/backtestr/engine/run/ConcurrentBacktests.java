package ai.backtestr.engine.run;

import ai.backtestr.engine.snapshot.RunSnapshot;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Backtests over the same decoded ticks, run at the same time. Nothing is shared but the pages, which nobody
/// changes: each has its account, its bars and its engine thread, and comes to the result it would come to alone.
///
/// Made, run once on the thread that calls [#run()], watched and cancelled from any other.
public final class ConcurrentBacktests {
    private final List<Backtest> backtests = new ArrayList<>();
    private final int threads;

    /// Prepares to run `specs` over `ticks`, up to `threads` of them at once, from 1, in the order given. The ticks
    /// stay the caller's to close.
    ///
    /// @throws IllegalArgumentException if a strategy cannot trade that instrument
    public ConcurrentBacktests(DecodedTicks ticks, List<BacktestSpec> specs, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("backtests need at least one thread, not " + threads);
        }
        specs.forEach(spec -> backtests.add(new Backtest(spec, ticks.reader())));
        this.threads = threads;
    }

    /// Runs all.
    ///
    /// @return the results in the order of the specs; nothing for those that were cancelled
    /// @throws StrategyException if a strategy throws; the others are cancelled then
    public List<Optional<BacktestResult>> run() {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Optional<BacktestResult>>> running = new ArrayList<>();
            backtests.forEach(backtest -> running.add(executor.submit(() -> runOrCancelAll(backtest))));
            return running.stream().map(ConcurrentBacktests::resultOf).toList();
        }
    }

    private Optional<BacktestResult> runOrCancelAll(Backtest backtest) {
        try {
            return backtest.run();
        } catch (RuntimeException | Error e) {
            cancel();
            throw e;
        }
    }

    private static Optional<BacktestResult> resultOf(Future<Optional<BacktestResult>> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Ends all of them soon. Any thread.
    public void cancel() {
        backtests.forEach(Backtest::cancel);
    }

    /// Ends one of them soon, by its place in the list of specs. Any thread.
    public void cancel(int index) {
        backtests.get(index).cancel();
    }

    /// Returns how one of them stands, by its place in the list of specs. Any thread, without waiting.
    public RunSnapshot snapshot(int index) {
        return backtests.get(index).snapshot();
    }
}
