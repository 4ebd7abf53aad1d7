package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.tick.PriceRange;
import ai.backtestr.engine.tick.TickBlock;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickValidator;

/// Takes in stretches of ticks on which nothing can happen, all at once, to the same effect as one by one.
///
/// A tick is quiet if no time has come that anything waits for, its quote is within the prices at which no order
/// acts and no margin level is passed, no bar closes on it, and a position is held on one side at most. Over a
/// stretch of them the position and the cash stand still, so equity rises and falls with the price: its extremes
/// decide the drawdown, exactly, and the extremes of the prices make the bar. A strategy that listens to ticks
/// still hears of each; the stretch ends where it orders something.
///
/// Engine thread only.
final class QuietTicks {
    /// The most ticks looked at ahead of a strategy that may end the stretch at any of them.
    private static final int LISTENING_STRETCH = 256;

    private final TickBlock block;
    private final Market market;
    private final Account account;
    private final EquityCurve equity;
    private final OrderMatcher matcher;
    private final MarginWatch margin;
    private final MultiTimeframeBars bars;
    private final StrategyRunner strategy;
    private final TickValidator validator;
    private final boolean strategyListens;
    private final PriceRange lowers = new PriceRange();
    private final PriceRange highers = new PriceRange();

    QuietTicks(
            TickBlock block,
            Market market,
            Account account,
            EquityCurve equity,
            OrderMatcher matcher,
            MarginWatch margin,
            MultiTimeframeBars bars,
            StrategyRunner strategy,
            TickValidator validator) {
        this.block = block;
        this.market = market;
        this.account = account;
        this.equity = equity;
        this.matcher = matcher;
        this.margin = margin;
        this.bars = bars;
        this.strategy = strategy;
        this.validator = validator;
        this.strategyListens = strategy.listensToTicks();
    }

    /// Takes in the ticks of the block from `from` on, the first of which is not the run's first, up to one that is
    /// not quiet. Ticks before `eventNs` find nothing waiting for their time.
    ///
    /// @return the first tick that was not taken in
    int takeIn(int from, long eventNs, TickPage page, int firstOfBlock) {
        int most = strategyListens ? Math.min(block.count(), from + LISTENING_STRETCH) : block.count();
        int to = block.indexAtOrAfter(eventNs, from, most);
        boolean matches = market.takes(block.hasTrades());
        lowers.forget();
        highers.forget();
        boolean makeBars = block.hasTrades() == bars.price().takesTrades();
        if (to > from && makeBars) {
            to = bars.firstToClose(block.bids(), from, to, page, firstOfBlock);
        }
        if (to > from && matches) {
            to = quietUntil(from, to);
        } else if (to > from && matcher.watchesTrades()) {
            lowers.of(block.lowers(), from, to);
            to = matcher.firstReached(block.lowers(), lowers, block.lowers(), lowers, from, to);
        }
        if (to == from) {
            return from;
        }
        if (strategyListens) {
            to = tell(from, to);
        }
        if (matches && account.hasPosition()) {
            mark(from, to);
        }
        if (makeBars) {
            addToBars(from, to, page, firstOfBlock);
        }
        advance(from, to);
        if (matches && matcher.awaitsClose()) {
            int last = firstOfBlock + to - 1;
            market.onSizes(page.bidQuantity(last), page.askQuantity(last));
        }
        return to;
    }

    /// Returns the first tick on which an order or the broker may act, or `to`.
    private int quietUntil(int from, int to) {
        boolean holds = account.hasPosition();
        boolean watches = matcher.isWatching();
        if (!holds && !watches) {
            return to;
        }
        if (holds && !isCalm(from, to)) {
            return from;
        }
        if (!watches) {
            return to;
        }
        lowers.of(block.lowers(), from, to);
        highers.of(block.highers(), from, to);
        return matcher.firstReached(block.lowers(), lowers, block.highers(), highers, from, to);
    }

    private boolean isCalm(int from, int to) {
        if (account.isHedged()) {
            return false;
        }
        PriceRange range = rangeOfMarks(from, to);
        return margin.isCalm(account.equity(range.lowest()), account.equity(range.highest()));
    }

    /// Returns the range of the prices that the position could be closed at.
    private PriceRange rangeOfMarks(int from, int to) {
        boolean isLong = account.position() > 0;
        PriceRange range = isLong ? lowers : highers;
        range.of(isLong ? block.lowers() : block.highers(), from, to);
        return range;
    }

    /// Tells the strategy of each tick, up to one after which something is due.
    private int tell(int from, int to) {
        long before = validator.accepted() - from + 1;
        boolean trades = block.hasTrades();
        long[] times = block.times();
        long[] bids = block.bids();
        long[] asks = block.asks();
        int at = from;
        do {
            market.onTick(times[at], bids[at], asks[at], trades);
            strategy.onTick(before + at);
            at++;
        } while (at < to && times[at] < matcher.dueNs() && !strategy.timers().isDue(times[at]));
        return at;
    }

    private void mark(int from, int to) {
        boolean isLong = account.position() > 0;
        long[] marks = isLong ? block.lowers() : block.highers();
        PriceRange range = rangeOfMarks(from, to);
        account.onMarks(range.lowest(), range.highest());
        long atLowest = account.equity(range.lowest());
        long atHighest = account.equity(range.highest());
        if (Math.max(atLowest, atHighest) < equity.peak()) {
            equity.onEquity(Math.min(atLowest, atHighest));
            equity.onEquity(account.equity(marks[to - 1]));
        } else {
            markInOrder(marks, from, to, isLong);
        }
    }

    /// Marks at every price outside the range of those seen since the best one: the others move neither the peak
    /// nor the deepest fall from it.
    private void markInOrder(long[] marks, int from, int to, boolean isLong) {
        long low = marks[from];
        long high = low;
        equity.onEquity(account.equity(low));
        for (int i = from + 1; i < to; i++) {
            long price = marks[i];
            if (price < low || price > high) {
                equity.onEquity(account.equity(price));
                boolean isBest = isLong ? price > high : price < low;
                low = isBest || price < low ? price : low;
                high = isBest || price > high ? price : high;
            }
        }
        equity.onEquity(account.equity(marks[to - 1]));
    }

    private void addToBars(int from, int to, TickPage page, int firstOfBlock) {
        long[] prices = block.bids(); // a backtest's bars are of bids or of trades
        lowers.of(prices, from, to);
        long quantity = block.hasTrades() ? page.quantity(firstOfBlock + from, firstOfBlock + to) : 0;
        bars.addRun(block.times(), prices, from, to, lowers, quantity);
        equity.onPrice(prices[from]);
        equity.onPrice(prices[to - 1]);
    }

    private void advance(int from, int to) {
        int last = to - 1;
        market.onTick(block.times()[last], block.bids()[last], block.asks()[last], block.hasTrades());
        validator.accept(to - from, block.times()[last]);
    }
}
