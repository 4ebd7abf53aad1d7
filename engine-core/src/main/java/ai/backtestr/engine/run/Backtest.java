package ai.backtestr.engine.run;

import ai.backtestr.engine.monitor.StageTimes;
import ai.backtestr.engine.pipeline.TickPipeline;
import ai.backtestr.engine.snapshot.RunSnapshot;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One backtest: made, run once on the thread that calls [#run()], watched and cancelled from any other.
public final class Backtest {
    private final BacktestSpec spec;
    private final TickSource source;
    private final SnapshotCell snapshot = new SnapshotCell();
    private final PartWish wish = new PartWish();
    private final BacktestLoop loop;
    private final TickPipeline pipeline;
    private long startNs; // engine thread

    /// Prepares to run `spec` over the ticks of `source`, which stays the caller's to close.
    ///
    /// @throws IllegalArgumentException if the strategy cannot trade that instrument
    public Backtest(BacktestSpec spec, TickSource source) {
        this(spec, source, TickPage.DEFAULT_CAPACITY);
    }

    /// As above, with batches of up to `batchTicks` ticks, which changes the speed and never the result.
    public Backtest(BacktestSpec spec, TickSource source, int batchTicks) {
        this(spec, source, batchTicks, RunThreads.DEFAULT);
    }

    /// As above, using its threads as `threads` says, which changes the speed and never the result.
    public Backtest(BacktestSpec spec, TickSource source, int batchTicks, RunThreads threads) {
        this(spec, source, batchTicks, threads, null);
    }

    /// As above, leaving the times of its stages, of a few ticks in many, in `stages`, unless that is null.
    public Backtest(
            BacktestSpec spec, TickSource source, int batchTicks, RunThreads threads, @Nullable StageTimes stages) {
        this.spec = spec;
        this.source = source;
        this.loop = new BacktestLoop(spec, source.instrument(), source.hasTrades(), snapshot, stages);
        this.pipeline = new TickPipeline(source, this::takeIn, batchTicks, threads, stages);
    }

    private void takeIn(TickPage page, int from, int to) {
        loop.onBatch(page, from, to);
        wish.grant(() -> loop.part(spec, System.nanoTime() - startNs));
    }

    /// Runs from the first tick to the last.
    ///
    /// @return the result, or nothing if it was cancelled
    /// @throws StrategyException if the strategy throws
    /// @throws ai.backtestr.engine.tick.TickSourceException if the ticks cannot be read
    public Optional<BacktestResult> run() {
        startNs = System.nanoTime();
        if (!pipeline.run()) {
            return Optional.empty();
        }
        loop.finish();
        long elapsedNs = System.nanoTime() - startNs;
        return Optional.of(loop.result(spec, source.dataDigest(), elapsedNs));
    }

    /// Has `taker` told, at the end of the first batch after `atNanos`, what came of the run so far: the same as
    /// if the data ended there, without bars, digest and hash. It is told once, or never if the run ends before; a
    /// later wish takes the place of one that still waits. Any thread; `taker` is called on the engine thread,
    /// which waits for it, and the result is the taker's to keep.
    ///
    /// @param atNanos when, by [System#nanoTime()]
    public void wishForPart(long atNanos, Consumer<BacktestResult> taker) {
        wish.make(atNanos, taker);
    }

    /// Ends the run soon. Any thread.
    public void cancel() {
        pipeline.cancel();
    }

    /// Returns how the run stands, as of the last batch. Any thread, at any time, without waiting.
    public RunSnapshot snapshot() {
        return snapshot.read();
    }
}
