package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;

/// A backtest that takes in ticks as it is told to, on the thread of whoever tells it. After the same ticks it
/// stands where a [Backtest] stands, however they were cut into steps: both are the same loop, and how ticks are
/// cut into batches never changes what comes out.
///
/// One thread at a time; handing it to another needs a happens-before edge, such as a lock's.
public final class SteppedRun {
    private final BacktestLoop loop;

    /// Begins before the first tick.
    ///
    /// @param hasTrades whether any of the ticks to come are trades
    /// @throws IllegalArgumentException if the strategy cannot trade that instrument
    public SteppedRun(BacktestSpec spec, Instrument instrument, boolean hasTrades) {
        loop = new BacktestLoop(spec, instrument, hasTrades, new SnapshotCell());
    }

    /// Takes in ticks `from` to `to` (exclusive) of `page`, which follow those taken in before.
    ///
    /// @throws StrategyException if the strategy throws; the run is of no use any more then
    public void takeIn(TickPage page, int from, int to) {
        loop.onBatch(page, from, to);
    }

    /// Returns what orders can be given by between two ticks: as if the strategy gave them at the end of the last
    /// tick taken in.
    public StrategyContext context() {
        return loop.context();
    }

    /// Returns how the run stands.
    public RunState state() {
        return loop.state();
    }

    /// Returns all executions so far, oldest first.
    public List<Fill> fills() {
        return List.copyOf(loop.fills());
    }

    /// Returns all trades closed so far, oldest first.
    public List<Trade> trades() {
        return List.copyOf(loop.trades());
    }

    /// Returns how equity went so far, a point for every hour; any thread may read it.
    public EquityCurve.SoFar equity() {
        return loop.equity();
    }

    /// Returns all that has happened to every order so far, in the order in which they were placed.
    public List<OrderLife> orders() {
        return loop.orders();
    }

    /// Ends the run here, as a [Backtest] ends after its last tick. Nothing can be taken in after.
    ///
    /// @param spec what was run, as it is to stand in the result
    /// @param dataDigest digest of the ticks taken in
    /// @param elapsedNs how long it took
    public BacktestResult finish(BacktestSpec spec, String dataDigest, long elapsedNs) {
        loop.finish();
        return loop.result(spec, dataDigest, elapsedNs);
    }
}
