package ai.backtestr.engine.run;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.monitor.StageTimes;
import ai.backtestr.engine.pipeline.TickPipeline;
import ai.backtestr.engine.snapshot.RunSnapshot;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.tick.MergedTicks;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One backtest over several instruments in one account, or over one in an account of another currency: made, run
/// once on the thread that calls [#run()], watched and cancelled from any other.
public final class PortfolioBacktest {
    private final List<TickSource> sources = new ArrayList<>();
    private final List<Instrument> rateInstruments;
    private final MergedTicks merged;
    private final SnapshotCell snapshot = new SnapshotCell();
    private final PartWish wish = new PartWish();
    private final PortfolioLoop loop;
    private final TickPipeline pipeline;
    private long startNs; // engine thread

    /// Prepares to run `spec`. The sources stay the caller's to close, after the run.
    ///
    /// @param traded the ticks of the traded instruments, the main one first, as many as the spec has terms
    /// @param rates the ticks of instruments that are read for their rates alone
    /// @throws IllegalArgumentException if a rate is missing, an instrument is named twice, there are too many, or
    ///     a strategy cannot trade one
    public PortfolioBacktest(PortfolioSpec spec, List<? extends TickSource> traded, List<? extends TickSource> rates) {
        this(spec, traded, rates, TickPage.DEFAULT_CAPACITY, RunThreads.DEFAULT, null);
    }

    /// As above, with batches of about `batchTicks`, threads as `threads` says and times of batches left in
    /// `stages`, unless that is null. None of it changes the result.
    public PortfolioBacktest(
            PortfolioSpec spec,
            List<? extends TickSource> traded,
            List<? extends TickSource> rates,
            int batchTicks,
            RunThreads threads,
            @Nullable StageTimes stages) {
        if (traded.size() != spec.terms().size()) {
            throw new IllegalArgumentException("there are ticks of " + traded.size() + " instruments and terms of "
                    + spec.terms().size());
        }
        sources.addAll(traded);
        sources.addAll(rates);
        requireDifferent(sources);
        rateInstruments = rates.stream().map(TickSource::instrument).toList();
        merged = new MergedTicks(sources, batchTicks);
        loop = new PortfolioLoop(spec, traded, rates, snapshot);
        pipeline = new TickPipeline(merged, this::takeIn, TickPage.DEFAULT_CAPACITY, threads, stages);
    }

    private void takeIn(TickPage page, int from, int to) {
        loop.onBatch(page, from, to);
        wish.grant(() -> loop.part(rateInstruments, System.nanoTime() - startNs));
    }

    private static void requireDifferent(List<TickSource> sources) {
        List<String> symbols =
                sources.stream().map(source -> source.instrument().symbol()).toList();
        for (String symbol : symbols) {
            if (symbols.indexOf(symbol) != symbols.lastIndexOf(symbol)) {
                throw new IllegalArgumentException(symbol + " is named twice; name each instrument once");
            }
        }
    }

    /// Runs from the first tick to the last.
    ///
    /// @return the result, or nothing if it was cancelled
    /// @throws StrategyException if the strategy throws
    /// @throws ai.backtestr.engine.tick.TickSourceException if the ticks cannot be read
    public Optional<BacktestResult> run() {
        startNs = System.nanoTime();
        try (merged) {
            if (!pipeline.run()) {
                return Optional.empty();
            }
            loop.finish();
            long elapsedNs = System.nanoTime() - startNs;
            List<String> digests = sources.stream().map(TickSource::dataDigest).toList();
            return Optional.of(loop.result(merged.dataDigest(), digests, rateInstruments, elapsedNs));
        }
    }

    /// Has `taker` told what came of the run so far, as [Backtest#wishForPart] does.
    ///
    /// @param atNanos when, by [System#nanoTime()]
    public void wishForPart(long atNanos, Consumer<BacktestResult> taker) {
        wish.make(atNanos, taker);
    }

    /// Ends the run soon. Any thread.
    public void cancel() {
        pipeline.cancel();
    }

    /// Returns how the run stands, as of the last batch; quote and position are those of the main instrument. Any
    /// thread, at any time, without waiting.
    public RunSnapshot snapshot() {
        return snapshot.read();
    }
}
