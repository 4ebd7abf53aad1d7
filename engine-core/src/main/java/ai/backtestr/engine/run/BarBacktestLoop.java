package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Rollover;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarRollUp;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.tick.TickSourceException;
import ai.backtestr.engine.time.Times;

/// What happens on each recorded bar, in this order:
///
/// 1. longer bars that ended before it began, for want of a bar at their end, are closed and the strategy hears of
///    them;
/// 2. *match*: swap is booked for a day that has ended; orders placed before the bar began meet its open, then
///    every price on the assumed way through it, see [BarWalk], and those for the close of the session its close;
/// 3. the account is marked to the close;
/// 4. the bar closes, and with it the longer ones that end there; *indicators* take them in;
/// 5. the *strategy* hears of them and of its timers; what it orders waits for the next bar's open.
///
/// What is ordered while the bar is walked through, on hearing of a fill, waits for the next open as well. Engine
/// thread only.
final class BarBacktestLoop {
    private final Instrument instrument;
    private final Timeframe timeframe;
    private final SnapshotCell snapshot;
    private final Market market;
    private final Account account;
    private final EquityCurve equity;
    private final OrderMatcher matcher;
    private final Execution execution;
    private final MarginWatch margin;
    private final Rollover rollover;
    private final BarRollUp bars;
    private final StrategyRunner strategy;
    private final BarWalk walk;
    private final BarEnds ends;
    private long count;
    private long firstNs;

    /// @throws IllegalArgumentException if the strategy cannot trade that instrument or needs what bars do not have
    BarBacktestLoop(
            BacktestSpec spec, Instrument instrument, Timeframe timeframe, PathAssumption path, SnapshotCell snapshot) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.snapshot = snapshot;
        market = new Market(spec.execution().spread());
        account = new Account(instrument, spec.startingCash(), spec.account().mode());
        equity = new EquityCurve(instrument.calendar(), spec.startingCash());
        execution = new Execution(spec, instrument, account);
        AtrFeeds ranges = new AtrFeeds();
        matcher = new OrderMatcher(instrument, spec.execution(), spec.commission(), execution, ranges);
        matcher.onBars(timeframe.isDayOrLonger());
        margin = new MarginWatch(spec, account, matcher);
        rollover = new Rollover(spec.account().swap(), instrument.calendar(), account);
        BarPlan plan = new BarPlan(instrument, BarPrice.TRADE);
        spec.chartTimeframes().forEach(plan::series);
        strategy = new StrategyRunner(spec, plan, market, account, margin.level(), matcher, ranges);
        BarDataNeeds.require(spec, strategy.listensToTicks());
        bars = plan.buildOn(timeframe);
        execution.tell(strategy);
        ends = new BarEnds(instrument.calendar(), timeframe);
        walk = new BarWalk(market, matcher, account, execution, margin, path);
    }

    /// Takes in a bar.
    ///
    /// @param nextNs when the one after it begins; `Long.MAX_VALUE` after the last
    void onBar(Bar bar, long nextNs) {
        requireSound(bar, nextNs);
        long startNs = bar.timeNs();
        equity.onTime(startNs);
        if (startNs >= rollover.nextNs()) {
            rollover.onTime(startNs, market);
        }
        if (bars.closeEnded(startNs) != 0) {
            strategy.onBarsClosed(count);
        }
        count++;
        strategy.atTick(count);
        if (startNs >= matcher.dueNs()) {
            matcher.onTime(startNs);
        }
        if (count == 1) {
            start(bar);
        }
        long endNs = ends.endNs(bar, nextNs);
        matcher.onBarBegin(startNs, endNs);
        walk.walk(bar);
        matcher.onBarClose(market);
        close(bar, endNs);
    }

    /// The strategy hears of the start at the first open; what it orders then waits for the next.
    private void start(Bar bar) {
        firstNs = bar.timeNs();
        market.onTick(firstNs, bar.open(), bar.open(), true);
        strategy.onStart();
    }

    private void close(Bar bar, long endNs) {
        // The last moment that still belongs to the bar, so that the hour and the day it ends get its equity.
        equity.onTime(endNs - 1);
        market.onTick(endNs, bar.close(), bar.close(), true);
        equity.onPrice(bar.close());
        equity.onEquity(account.equity(market));
        if (bars.add(bar, endNs) != 0) {
            strategy.onBarsClosed(count);
        }
        if (strategy.timers().isDue(endNs)) {
            strategy.onTimers(count, endNs);
        }
    }

    private void requireSound(Bar bar, long nextNs) {
        boolean sound = bar.timeNs() < nextNs
                && bar.low() > 0
                && bar.low() <= Math.min(bar.open(), bar.close())
                && bar.high() >= Math.max(bar.open(), bar.close());
        if (!sound) {
            throw new TickSourceException("bar " + (count + 1) + " of " + instrument.symbol() + ", "
                    + Times.format(bar.timeNs()) + ", cannot be: " + bar + ", the next at " + nextNs);
        }
    }

    void publish() {
        snapshot.publish(
                count,
                market.timeNs(),
                market.bid(),
                market.ask(),
                account.position(),
                equity.last(),
                account.trades().size());
    }

    /// Ends the run after the last bar.
    void finish() {
        bars.finish();
        if (count > 0) {
            strategy.onStop();
            equity.finish(market.timeNs());
        }
        publish();
    }

    BacktestResult result(BacktestSpec spec, String dataDigest, long elapsedNs) {
        return outcome().result(spec, data(dataDigest), bars.allSeries(), elapsedNs);
    }

    /// Returns what came of the run so far, between two bars.
    BacktestResult part(BacktestSpec spec, long elapsedNs) {
        return outcome().part(spec, data(""), market.timeNs(), elapsedNs);
    }

    private Outcome outcome() {
        return new Outcome(instrument, account, equity, matcher, execution, margin);
    }

    private Outcome.Data data(String digest) {
        return new Outcome.Data(
                digest, count, 0, "", firstNs, count == 0 ? 0 : market.timeNs(), walk.outcome(timeframe));
    }
}
