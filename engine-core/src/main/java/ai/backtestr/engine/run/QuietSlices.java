package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.tick.TickBlock;

/// Takes in stretches of ticks of several instruments on which nothing can happen, all at once, to the same effect as
/// one by one in the order of their times.
///
/// A tick is quiet by what `QuietTicks` says, on its own instrument; by the clock also on those that its strategy
/// trades together with it. The stretch ends before the first tick of any source that is not quiet. Whether its
/// margin is looked at, and drawdown followed tick by tick, is decided by `EquityBounds`; where it has to be, or a
/// strategy listens, `OrderedTicks` goes through the stretch in order.
///
/// Engine thread only.
final class QuietSlices {
    /// The most ticks of a source looked at ahead of a strategy that may end the stretch at any of them.
    private static final int LISTENING_STRETCH = 256;

    /// How many ticks are taken in one by one once a margin level is near.
    private static final int WAIT = 64;

    private final SourceTicks[] sources;
    private final StrategyGroup[] groups; // by desk
    private final Valuation valuation;
    private final EquityCurve equity;
    private final EquityBounds bounds;
    private final OrderedTicks ordered;
    private final boolean strategyListens;
    private int wait;
    private long endNs;
    private int endSource;

    QuietSlices(
            SourceTicks[] sources,
            StrategyGroup[] groups,
            Valuation valuation,
            EquityCurve equity,
            SharedMargin margin) {
        this.sources = sources;
        this.groups = groups;
        this.valuation = valuation;
        this.equity = equity;
        bounds = new EquityBounds(sources, valuation, equity, margin);
        ordered = new OrderedTicks(sources, groups, valuation, equity);
        strategyListens = ordered.hasListeners();
    }

    /// Takes in what is quiet of the ticks that come next, of every source in the slice.
    ///
    /// @param ticks how many were taken in before
    /// @return how many were taken in now
    int takeIn(long ticks) {
        if (wait > 0) {
            wait--;
            return 0;
        }
        int count = find();
        if (count == 0) {
            return 0;
        }
        boolean holds = valuation.holds() && isAnyMarked();
        boolean marks = false;
        if (holds) {
            bounds.look();
            if (!bounds.isCalm()) {
                wait = WAIT;
                return 0;
            }
            marks = !bounds.leaveExtremes();
        }
        if (strategyListens || marks) {
            count = ordered.goThrough(ticks, marks, strategyListens);
        }
        commit();
        if (holds && !marks) {
            equity.onEquity(valuation.equity());
        }
        return count;
    }

    private boolean isAnyMarked() {
        boolean any = false;
        for (SourceTicks source : sources) {
            any |= source.hasTick() && source.to > source.at && source.isMarked();
        }
        return any;
    }

    /// Finds how far the stretch goes of each source.
    ///
    /// @return how many ticks it has
    private int find() {
        endNs = Long.MAX_VALUE;
        endSource = sources.length;
        for (SourceTicks source : sources) {
            if (source.hasTick()) {
                source.to = source.allowsStretch() ? quietByTime(source) : source.at;
                endAt(source);
            }
        }
        clip();
        boolean shorter = false;
        for (SourceTicks source : sources) {
            if (source.hasTick() && source.desk != null && source.to > source.at) {
                int before = source.to;
                source.to = quietByPrice(source, source.desk);
                if (source.to < before) {
                    shorter = true;
                    endAt(source);
                }
            }
        }
        return shorter ? clip() : count();
    }

    private int quietByTime(SourceTicks source) {
        TickBlock block = source.block;
        int most = strategyListens ? Math.min(block.count(), source.at + LISTENING_STRETCH) : block.count();
        return block.indexAtOrAfter(eventNs(source), source.at, most);
    }

    private long eventNs(SourceTicks source) {
        InstrumentDesk desk = source.desk;
        if (desk == null) {
            return equity.nextPointNs();
        }
        long ownNs = Math.min(desk.matcher.dueNs(), desk.bars().nextEndNs());
        return Math.min(equity.nextPointNs(), Math.min(ownNs, groups[desk.number].nextEventNs()));
    }

    /// Lets the stretch end before the tick that `source.to` says, if it does not already.
    private void endAt(SourceTicks source) {
        long timeNs = source.endNs();
        if (timeNs < endNs || (timeNs == endNs && source.number < endSource)) {
            endNs = timeNs;
            endSource = source.number;
        }
    }

    /// Lets every source end where the stretch does; of ticks of the same time those of the source that stands first
    /// come first.
    private int clip() {
        for (SourceTicks source : sources) {
            if (source.hasTick() && endNs != Long.MAX_VALUE) {
                long beforeNs = source.number < endSource ? endNs + 1 : endNs;
                source.to = source.block.indexAtOrAfter(beforeNs, source.at, source.to);
            }
        }
        return count();
    }

    private int count() {
        int count = 0;
        for (SourceTicks source : sources) {
            count += source.hasTick() ? source.to - source.at : 0;
        }
        return count;
    }

    /// Returns the first tick on which a bar or an order may act, or the end of the stretch.
    private static int quietByPrice(SourceTicks source, InstrumentDesk desk) {
        TickBlock block = source.block;
        OrderMatcher matcher = desk.matcher;
        if (source.makesBars()) {
            source.to = desk.bars().firstToClose(block.bids(), source.at, source.to, source.page(), source.first());
        }
        boolean watches = source.matches() ? matcher.isWatching() : matcher.watchesTrades();
        if (source.to == source.at || !watches) {
            return source.to;
        }
        source.range();
        return matcher.firstReached(block.lowers(), source.sells, block.highers(), source.buys, source.at, source.to);
    }

    /// Lets what the stretch comes to count.
    private void commit() {
        long nowNs = valuation.nowNs();
        for (SourceTicks source : sources) {
            if (source.hasTick() && source.to > source.at) {
                nowNs = Math.max(nowNs, source.block.times()[source.to - 1]);
                commit(source);
            }
        }
        valuation.toTime(nowNs);
    }

    private void commit(SourceTicks source) {
        TickBlock block = source.block;
        int last = source.to - 1;
        long lastNs = block.times()[last];
        long bid = block.bids()[last];
        long ask = block.asks()[last];
        InstrumentDesk desk = source.desk;
        if (desk != null) {
            commit(source, desk);
            desk.market.onTick(lastNs, bid, ask, block.hasTrades());
        }
        source.rate.onTick(lastNs, bid, ask, block.hasTrades());
        source.validator.accept(source.to - source.at, lastNs);
        source.goOn(source.to);
    }

    private void commit(SourceTicks source, InstrumentDesk desk) {
        if (source.matches()) {
            if (desk.book.hasPosition()) {
                source.range();
                desk.book.onMarks(source.sells, source.buys);
            }
            if (desk.matcher.awaitsClose()) {
                int place = source.first() + source.to - 1;
                desk.market.onSizes(
                        source.page().bidQuantity(place), source.page().askQuantity(place));
            }
        }
        if (source.makesBars()) {
            addToBars(source, desk.bars(), desk.number == 0);
        }
    }

    private void addToBars(SourceTicks source, MultiTimeframeBars bars, boolean isMain) {
        TickBlock block = source.block;
        long[] prices = block.bids(); // a backtest's bars are of bids or of trades
        source.sells.of(prices, source.at, source.to);
        int place = source.first();
        long quantity = block.hasTrades() ? source.page().quantity(place + source.at, place + source.to) : 0;
        bars.addRun(block.times(), prices, source.at, source.to, source.sells, quantity);
        if (isMain) {
            equity.onPrice(prices[source.at]);
            equity.onPrice(prices[source.to - 1]);
        }
    }
}
