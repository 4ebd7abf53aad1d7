package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderLevels;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.order.Side;

/// Leads the price through one bar after the other on the assumed way, and has the orders meet it at the open, at
/// every price on the way at which one of them acts, at both extremes and at the close.
///
/// Counts the executions that the assumption decided. An execution inside a bar, which is one after the open,
/// counts if in the same bar before it, or just after it, orders could act both towards the high and towards the
/// low: which of them comes first, or whether one that it set free is reached at all, is what the assumption says.
/// So does that of a trailing stop that has followed the price within the bar. Engine thread only.
final class BarWalk {
    // Exits that an execution sets free act a round later, at the same price; more than a few rounds are never needed.
    private static final int MOST_ROUNDS = 100;

    private final Market market;
    private final OrderMatcher matcher;
    private final OrderLevels levels;
    private final Account account;
    private final Execution execution;
    private final MarginWatch margin;
    private final PathAssumption path;
    private Bar bar;
    private long price;
    private boolean depends;
    private boolean followed;
    private boolean highSeen;
    private boolean lowSeen;
    private long fillsOfBar;
    private long dependentFills;
    private long dependentBars;

    BarWalk(
            Market market,
            OrderMatcher matcher,
            Account account,
            Execution execution,
            MarginWatch margin,
            PathAssumption path) {
        this.market = market;
        this.matcher = matcher;
        this.levels = matcher.levels();
        this.account = account;
        this.execution = execution;
        this.margin = margin;
        this.path = path;
        bar = new Bar(0, 0, 0, 0, 0, 0, 0);
    }

    void walk(Bar next) {
        bar = next;
        depends = false;
        followed = false;
        highSeen = false;
        lowSeen = false;
        fillsOfBar = 0;
        meet(bar.open());
        depends = levels.changesOnWay(price, bar.high()) && levels.changesOnWay(price, bar.low());
        walk(turns());
        dependentFills += fillsOfBar;
        dependentBars += fillsOfBar > 0 ? 1 : 0;
    }

    /// The extremes still to go to, and the close.
    private long[] turns() {
        boolean highFirst = highFirst();
        long first = highFirst ? bar.high() : bar.low();
        long second = highFirst ? bar.low() : bar.high();
        boolean secondSeen = highFirst ? lowSeen : highSeen;
        return secondSeen ? new long[] {first, bar.close()} : new long[] {first, second, bar.close()};
    }

    private boolean highFirst() {
        long position = account.position();
        if (path != PathAssumption.NEAREST && position != 0) {
            return (path == PathAssumption.OPTIMISTIC) == (position > 0);
        }
        Side entry = path == PathAssumption.NEAREST ? null : levels.nearestSide(price, bar.low(), bar.high());
        return entry == null
                ? bar.high() - bar.open() < bar.open() - bar.low()
                : (path == PathAssumption.PESSIMISTIC) == (entry == Side.BUY);
    }

    private void walk(long[] from) {
        long[] turns = from;
        int leg = 0;
        while (leg < turns.length) {
            long position = account.position();
            if (!advance(turns[leg])) {
                leg++;
            }
            boolean turned = path != PathAssumption.NEAREST && account.position() != position;
            if (turned && account.position() != 0) {
                turns = turns();
                leg = 0;
            }
        }
    }

    /// Goes on to the next price at which an order acts, or else to the end of the leg.
    ///
    /// @return whether the end is still ahead
    private boolean advance(long end) {
        followed |= levels.followsOnWay(price, end);
        long next = levels.next(price, end);
        if (next == OrderLevels.NONE) {
            meetInside(end, end);
            return false;
        }
        meetInside(next, end);
        return price != end;
    }

    private void meetInside(long at, long end) {
        boolean rising = end > price;
        depends |= followed && levels.trailActsAt(at);
        int before = execution.fills().size();
        meet(at);
        int filled = execution.fills().size() - before;
        if (filled > 0) {
            depends |= levels.changesOnWay(price, rising ? bar.low() : bar.high());
            fillsOfBar += depends ? filled : 0;
        }
    }

    /// Has the orders meet a price until none acts on it any more.
    private void meet(long at) {
        price = at;
        highSeen |= at == bar.high();
        lowSeen |= at == bar.low();
        market.onTick(bar.timeNs(), at, at, true);
        int rounds = 0;
        do {
            while (matcher.isReached(market) && rounds < MOST_ROUNDS) {
                matcher.onQuote(market);
                rounds++;
            }
            if (account.hasPosition()) {
                account.onMark(market);
                margin.onEquity(account.equity(market), market);
            }
        } while (matcher.isReached(market) && rounds < MOST_ROUNDS);
    }

    BarDataRun outcome(Timeframe timeframe) {
        return new BarDataRun(timeframe, path, dependentFills, dependentBars);
    }
}
