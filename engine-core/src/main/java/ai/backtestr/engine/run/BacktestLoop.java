package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.pipeline.TickBatchHandler;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.statistics.Statistics;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickValidator;

/// What happens on each tick, in this order:
///
/// 1. *normalise*: a tick that cannot be is kept out and counted;
/// 2. *match*: orders placed on earlier ticks are executed against it and the account is marked to it;
/// 3. *bars*: bars that it ends are closed, before it enters the next ones;
/// 4. *indicators* take in the closed bars, all of them before
/// 5. the *strategy* hears of them, and then of the tick; what it orders waits for the next tick;
/// 6. *publish*: once a batch, a snapshot for whoever watches.
///
/// Engine thread only.
final class BacktestLoop implements TickBatchHandler {
    private final Instrument instrument;
    private final SnapshotCell snapshot;
    private final TickValidator validator = new TickValidator();
    private final Market market = new Market();
    private final Account account;
    private final EquityCurve equity;
    private final OrderMatcher matcher;
    private final Execution execution;
    private final BarPrice barPrice;
    private final MultiTimeframeBars bars;
    private final StrategyRunner strategy;
    private final boolean strategyListensToTicks;

    BacktestLoop(BacktestSpec spec, Instrument instrument, boolean hasTrades, SnapshotCell snapshot) {
        this.instrument = instrument;
        this.snapshot = snapshot;
        account = new Account(instrument, spec.startingCash());
        equity = new EquityCurve(instrument.calendar(), spec.startingCash());
        execution = new Execution(spec, instrument, account);
        matcher = new OrderMatcher(execution);
        barPrice = hasTrades ? BarPrice.TRADE : BarPrice.BID;
        BarPlan plan = new BarPlan(instrument, barPrice);
        spec.chartTimeframes().forEach(plan::series);
        strategy = new StrategyRunner(spec, plan, market, account, matcher);
        bars = plan.build();
        execution.tell(strategy::onFill);
        strategyListensToTicks = strategy.listensToTicks();
    }

    @Override
    public void onBatch(TickPage page, int from, int to) {
        for (int i = from; i < to; i++) {
            long timeNs = page.timeNs(i);
            long bid = page.bidPrice(i);
            long ask = page.askPrice(i);
            if (validator.accepts(timeNs, bid, ask)) {
                boolean isTrade = TickFlags.isTrade(page.flagBits(i));
                onTick(timeNs, bid, ask, isTrade ? page.bidQuantity(i) : 0, isTrade);
            }
        }
        publish();
    }

    private void onTick(long timeNs, long bid, long ask, long traded, boolean isTrade) {
        equity.onTime(timeNs);
        if (market.onTick(timeNs, bid, ask, isTrade)) {
            match();
        }
        if (bars.closeEnded(timeNs) != 0) {
            strategy.onBarsClosed(validator.accepted());
        }
        if (isTrade == barPrice.takesTrades()) {
            bars.add(timeNs, barPrice.of(bid, ask), traded);
            equity.onPrice(barPrice.of(bid, ask));
        }
        if (strategyListensToTicks) {
            strategy.onTick(validator.accepted());
        }
    }

    private void match() {
        boolean marks = account.position() != 0;
        if (matcher.hasWaiting()) {
            matcher.onTick(market);
            marks = true;
        }
        if (marks) {
            equity.onEquity(account.equity(market.markPrice(account.position())));
        }
    }

    private void publish() {
        snapshot.publish(
                validator.accepted(),
                market.timeNs(),
                market.bid(),
                market.ask(),
                account.position(),
                equity.last(),
                account.trades().size());
    }

    /// Ends the run after the last tick.
    void finish() {
        bars.finish();
        if (validator.accepted() > 0) {
            equity.finish(market.timeNs());
        }
    }

    BacktestResult result(BacktestSpec spec, String dataDigest, long elapsedNs) {
        long ticks = validator.accepted();
        return new BacktestResult(
                spec,
                instrument,
                dataDigest,
                ticks,
                validator.rejected(),
                validator.firstReason(),
                validator.firstNs(),
                validator.lastNs(),
                elapsedNs,
                execution.fills(),
                account.trades(),
                execution.rejections(),
                account.position(),
                equity,
                Statistics.of(account, equity, instrument.calendar().daysPerYear()),
                bars.allSeries(),
                ResultHash.of(spec, instrument, dataDigest, ticks, execution.fills(), account, equity));
    }
}
