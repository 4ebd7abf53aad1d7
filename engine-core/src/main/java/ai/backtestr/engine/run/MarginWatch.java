package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.MarginLevel;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Watches the margin level on every tick: records margin calls and, below the stop-out level, cancels all orders
/// and closes positions at the market, which the next tick fills. Netted, the whole position is closed; where
/// positions are kept apart, the one with the largest loss, again on each tick until the level is restored. Engine
/// thread only.
final class MarginWatch {
    private final Account account;
    private final OrderMatcher matcher;
    private final MarginLevel level;
    private final MarginLevel.Bound call;
    private final MarginLevel.Bound stopOut;
    private final List<MarginEvent> events = new ArrayList<>();
    private final boolean netted;
    private final boolean calls;
    private boolean called;
    private long closingOrder;

    MarginWatch(BacktestSpec spec, Account account, OrderMatcher matcher) {
        this.account = account;
        this.matcher = matcher;
        netted = account.mode() == AccountMode.NETTING;
        calls = spec.account().marginCallPercent().signum() > 0;
        level = new MarginLevel(spec.leverage());
        call = level.bound(spec.account().marginCallPercent());
        stopOut = level.bound(spec.account().stopOutPercent());
    }

    MarginLevel level() {
        return level;
    }

    /// Looks at the level after a tick.
    void onEquity(long equity, Market market) {
        long worth = netted ? Math.abs(equity - account.cash()) : account.exposure(market);
        if (called || (calls && call.isPassed(equity, worth))) {
            onCall(equity, worth, market);
        }
        if (worth > 0 && stopOut.isPassed(equity, worth) && !isClosing()) {
            closeOut(equity, worth, market);
        }
    }

    /// Tells whether nothing would come of an equity between these two, reached by one position, long or short.
    boolean isCalm(long lowest, long highest) {
        return !called && isCalm(lowest) && isCalm(highest); // what is left over a bound is linear in the price
    }

    private boolean isCalm(long equity) {
        long worth = Math.abs(equity - account.cash());
        return !(calls && call.isPassed(equity, worth)) && !(worth > 0 && stopOut.isPassed(equity, worth));
    }

    private void onCall(long equity, long worth, Market market) {
        boolean before = called;
        called = worth > 0 && call.isPassed(equity, worth);
        if (called && !before) {
            add(MarginEvent.Kind.MARGIN_CALL, equity, worth, call, market);
        }
    }

    private boolean isClosing() {
        return closingOrder != 0 && matcher.openQuantity(closingOrder) > 0;
    }

    private void closeOut(long equity, long worth, Market market) {
        String reason = add(MarginEvent.Kind.STOP_OUT, equity, worth, stopOut, market);
        matcher.cancelAll(market.timeNs(), reason);
        closingOrder = matcher.nextId();
        matcher.force(closing(market), market.timeNs(), reason);
    }

    private OrderRequest closing(Market market) {
        if (account.mode() == AccountMode.NETTING) {
            return PositionClosing.requests(account).getFirst();
        }
        OpenPosition worst =
                Collections.min(account.positions(), Comparator.comparingLong(open -> profit(open, market)));
        return OrderRequest.market(worst.side().opposite(), account.quantity(worst.side(), worst.ticket()))
                .closing(worst.ticket());
    }

    private long profit(OpenPosition open, Market market) {
        Side out = open.side().opposite();
        long price = market.takerPrice(out);
        return open.side().sign()
                * (account.notional(price, open.quantity()) - account.notional(open.entryPrice(), open.quantity()));
    }

    private String add(MarginEvent.Kind kind, long equity, long worth, MarginLevel.Bound bound, Market market) {
        String name = kind == MarginEvent.Kind.STOP_OUT ? "stop-out" : "margin call";
        String reason = name + ": equity of " + Money.format(equity) + " is " + level.percent(equity, worth)
                + "% of the used margin, below " + bound.percent().toPlainString() + "%";
        events.add(new MarginEvent(market.timeNs(), kind, equity, level.used(worth), reason));
        return reason;
    }

    List<MarginEvent> events() {
        return Collections.unmodifiableList(events);
    }
}
