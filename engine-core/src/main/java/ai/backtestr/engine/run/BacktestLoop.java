package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Rollover;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.monitor.StageLaps;
import ai.backtestr.engine.monitor.StageTimes;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.pipeline.TickBatchHandler;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.tick.TickBlock;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickValidator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens on each tick, in this order:
///
/// 1. *normalise*: a tick that cannot be is kept out and counted;
/// 2. *match*: swap is booked for a day that has ended, orders placed on earlier ticks are executed against it, the
///    account is marked to it and its margin looked at;
/// 3. *bars*: bars that ended with the clock before it are closed, *indicators* take them in, all of them before
///    the *strategy* hears of the first;
/// 4. the tick enters the next ones; bars of ticks, volume, range and bricks that it completes are closed, and
///    heard of likewise;
/// 5. the *strategy* hears of its timers and of the tick; what it orders waits for the next tick;
/// 6. *publish*: once a batch, a snapshot for whoever watches.
///
/// Engine thread only.
final class BacktestLoop implements TickBatchHandler {
    private final Instrument instrument;
    private final SnapshotCell snapshot;
    private final TickValidator validator = new TickValidator();
    private final Market market;
    private final Account account;
    private final EquityCurve equity;
    private final OrderMatcher matcher;
    private final Execution execution;
    private final MarginWatch margin;
    private final Rollover rollover;
    private final BarPrice barPrice;
    private final MultiTimeframeBars bars;
    private final StrategyRunner strategy;
    private final Timers timers;
    private final TickBlock block = new TickBlock();
    private final QuietTicks quiet;
    private final boolean strategyListensToTicks;
    private final @Nullable StageLaps laps;
    private @Nullable StageLaps timed; // the laps, while ticks are timed
    private int blocks;

    BacktestLoop(BacktestSpec spec, Instrument instrument, boolean hasTrades, SnapshotCell snapshot) {
        this(spec, instrument, hasTrades, snapshot, null);
    }

    /// @param stages where to leave the times of stages, of a few ticks in many; null to take none
    BacktestLoop(
            BacktestSpec spec,
            Instrument instrument,
            boolean hasTrades,
            SnapshotCell snapshot,
            @Nullable StageTimes stages) {
        laps = stages == null ? null : new StageLaps(stages);
        this.instrument = instrument;
        this.snapshot = snapshot;
        market = new Market(spec.execution().spread());
        account = new Account(instrument, spec.startingCash(), spec.account().mode());
        equity = new EquityCurve(instrument.calendar(), spec.startingCash());
        execution = new Execution(spec, instrument, account);
        AtrFeeds ranges = new AtrFeeds();
        matcher = new OrderMatcher(instrument, spec.execution(), spec.commission(), execution, ranges);
        margin = new MarginWatch(spec, account, matcher);
        rollover = new Rollover(spec.account().swap(), instrument.calendar(), account);
        barPrice = hasTrades ? BarPrice.TRADE : BarPrice.BID;
        BarPlan plan = new BarPlan(instrument, barPrice);
        spec.chartTimeframes().forEach(plan::series);
        strategy = new StrategyRunner(spec, plan, market, account, margin.level(), matcher, ranges);
        timers = strategy.timers();
        bars = plan.build();
        execution.tell(strategy);
        strategyListensToTicks = strategy.listensToTicks();
        quiet = new QuietTicks(block, market, account, equity, matcher, margin, bars, strategy, validator);
    }

    @Override
    public void onBatch(TickPage page, int from, int to) {
        int end;
        for (int at = from; at < to; at = end) {
            end = TickBlock.end(at, to);
            boolean isSound = block.load(page, at, end, validator.earliestNs());
            if (isSound && market.hasRecordedSpread()) {
                takeInStretches(page, at, end);
            } else {
                takeInSingly(page, at, end);
            }
        }
        StageLaps watch = laps;
        if (watch == null) {
            publish();
        } else {
            long startNs = System.nanoTime();
            publish();
            watch.published(System.nanoTime() - startNs);
        }
    }

    private void takeInSingly(TickPage page, int from, int to) {
        for (int i = from; i < to; i++) {
            long timeNs = page.timeNs(i);
            long bid = page.bidPrice(i);
            long ask = page.askPrice(i);
            if (validator.accepts(timeNs, bid, ask)) {
                boolean isTrade = TickFlags.isTrade(page.flagBits(i));
                onTick(page, i, timeNs, bid, ask, isTrade);
            }
        }
    }

    /// Takes in the ticks of the block: each on which something happens by itself, those between by the stretch.
    private void takeInStretches(TickPage page, int from, int to) {
        int count = to - from;
        int at = laps == null || blocks++ % StageTimes.ONE_BLOCK_IN != 0 ? 0 : takeInTimed(page, from, count);
        while (at < count) {
            takeIn(page, from, at);
            at++;
            if (at < count) {
                at = quiet.takeIn(at, nextEventNs(), page, from);
            }
        }
    }

    /// Takes in the first ticks of the block, each by itself and timed.
    ///
    /// @return how many
    private int takeInTimed(TickPage page, int from, int count) {
        int ticks = Math.min(count, StageTimes.TICKS);
        timed = laps;
        for (int at = 0; at < ticks; at++) {
            takeIn(page, from, at);
        }
        timed = null;
        return ticks;
    }

    private void takeIn(TickPage page, int from, int at) {
        StageLaps watch = timed;
        if (watch != null) {
            watch.begin();
        }
        long timeNs = block.times()[at];
        long bid = block.bids()[at];
        long ask = block.asks()[at];
        if (validator.accepts(timeNs, bid, ask)) {
            onTick(page, from + at, timeNs, bid, ask, block.hasTrades());
        }
    }

    private long nextEventNs() {
        long barOrPointNs = Math.min(bars.nextEndNs(), equity.nextPointNs());
        long orderOrTimerNs = Math.min(matcher.dueNs(), timers.nextNs());
        long dayOrSessionNs = Math.min(rollover.nextNs(), matcher.nextCloseNs());
        return Math.min(Math.min(barOrPointNs, orderOrTimerNs), dayOrSessionNs);
    }

    private void onTick(TickPage page, int index, long timeNs, long bid, long ask, boolean isTrade) {
        StageLaps watch = timed;
        if (watch != null) {
            watch.normalised();
        }
        if (timeNs >= matcher.nextCloseNs()) {
            closeSession();
        }
        equity.onTime(timeNs);
        if (timeNs >= rollover.nextNs()) {
            rollover.onTime(timeNs, market);
        }
        boolean matches = market.onTick(timeNs, bid, ask, isTrade);
        if (timeNs >= matcher.dueNs()) {
            deliver(timeNs);
        }
        if (matches) {
            match(page, index);
        } else if (matcher.isReachedByTrade(bid)) {
            trade(page, index, bid);
        }
        if (watch != null) {
            watch.traded();
        }
        if (bars.closeEnded(timeNs) != 0) {
            onBarsClosed(watch);
        }
        if (isTrade == barPrice.takesTrades()) {
            long price = barPrice.of(bid, ask);
            int closed = bars.add(timeNs, price, isTrade ? page.bidQuantity(index) : 0);
            equity.onPrice(price);
            if (closed != 0) {
                tellOfClosed();
            }
        }
        if (watch != null) {
            watch.madeBars();
        }
        if (timers.isDue(timeNs)) {
            wake(timeNs);
        }
        if (strategyListensToTicks) {
            strategy.onTick(validator.accepted());
        }
        if (watch != null) {
            watch.traded();
            watch.end();
        }
    }

    private void onBarsClosed(@Nullable StageLaps watch) {
        if (watch != null) {
            watch.madeBars();
        }
        strategy.takeInClosedBars();
        if (watch != null) {
            watch.madeIndicators();
        }
        strategy.tellOfClosedBars(validator.accepted());
        if (watch != null) {
            watch.traded();
        }
    }

    /// Tells the strategy of the bars that the tick has completed: of several of one timeframe one by one, each
    /// before the next is there.
    private void tellOfClosed() {
        do {
            strategy.onBarsClosed(validator.accepted());
        } while (bars.closeNext() != 0);
    }

    /// Executes what waits for the close of the session, before anything of the tick that comes after it.
    private void closeSession() {
        equity.onTime(matcher.nextCloseNs() - 1);
        strategy.atTick(validator.accepted());
        matcher.onClose(market);
        mark();
    }

    private void deliver(long timeNs) {
        strategy.atTick(validator.accepted());
        matcher.onTime(timeNs);
    }

    private void match(TickPage page, int index) {
        if (matcher.isReached(market)) {
            execute(page, index);
        } else {
            if (matcher.awaitsClose()) {
                market.onSizes(page.bidQuantity(index), page.askQuantity(index));
            }
            if (account.hasPosition()) {
                mark();
            }
        }
    }

    private void trade(TickPage page, int index, long price) {
        strategy.atTick(validator.accepted());
        matcher.onTrade(price, page.bidQuantity(index), taker(page.flagBits(index)), market);
        mark();
    }

    private static @Nullable Side taker(byte flags) {
        return (flags & TickFlags.AGGRESSOR_BUY) != 0
                ? Side.BUY
                : (flags & TickFlags.AGGRESSOR_SELL) != 0 ? Side.SELL : null;
    }

    private void execute(TickPage page, int index) {
        market.onSizes(page.bidQuantity(index), page.askQuantity(index));
        strategy.atTick(validator.accepted());
        matcher.onQuote(market);
        mark();
    }

    private void mark() {
        account.onMark(market);
        long marked = account.equity(market);
        equity.onEquity(marked);
        margin.onEquity(marked, market);
    }

    /// Starts the strategy on the first tick and calls it for its timers from then on.
    private void wake(long timeNs) {
        if (validator.accepted() == 1) {
            strategy.onStart();
        } else {
            strategy.onTimers(validator.accepted(), timeNs);
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
            strategy.onStop();
            equity.finish(market.timeNs());
        }
    }

    /// Returns what the strategy sees and does, for orders given between batches.
    StrategyContext context() {
        return strategy.context();
    }

    /// Returns how the run stands after the last batch.
    RunState state() {
        return new RunState(
                validator.accepted(),
                validator.rejected(),
                market.timeNs(),
                market.bid(),
                market.ask(),
                account.cash(),
                validator.accepted() == 0 ? account.cash() : account.equity(market),
                account.position(),
                account.positions(),
                execution.fills().size(),
                account.trades().size(),
                matcher.openLives(),
                bars.allSeries().stream().map(this::barsNow).toList(),
                strategy.indicatorValues());
    }

    private RunState.BarsNow barsNow(BarSeries series) {
        return new RunState.BarsNow(
                series, series.count(), bars.forming(series.timeframe()).orElse(null));
    }

    /// Returns all executions so far, oldest first; a view that grows.
    List<Fill> fills() {
        return execution.fills();
    }

    /// Returns all trades closed so far, oldest first; a view that grows.
    List<Trade> trades() {
        return account.trades();
    }

    /// Returns how equity went so far.
    EquityCurve.SoFar equity() {
        return equity.soFar();
    }

    /// Returns all that has happened to every order so far.
    List<OrderLife> orders() {
        return matcher.lives();
    }

    BacktestResult result(BacktestSpec spec, String dataDigest, long elapsedNs) {
        return outcome().result(spec, data(dataDigest), bars.allSeries(), elapsedNs);
    }

    /// Returns what came of the run so far, between two batches.
    BacktestResult part(BacktestSpec spec, long elapsedNs) {
        return outcome().part(spec, data(""), market.timeNs(), elapsedNs);
    }

    private Outcome outcome() {
        return new Outcome(instrument, account, equity, matcher, execution, margin);
    }

    private Outcome.Data data(String digest) {
        return new Outcome.Data(
                digest,
                validator.accepted(),
                validator.rejected(),
                validator.firstReason(),
                validator.firstNs(),
                validator.lastNs(),
                null);
    }
}
