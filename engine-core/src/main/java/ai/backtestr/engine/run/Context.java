package ai.backtestr.engine.run;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.Holdings;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderChange;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Bracket;
import ai.backtestr.engine.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The run as its strategy sees it. Engine thread only.
///
/// @param all the contexts of all instruments that the strategy trades, this one among them; empty if it is alone
record Context(
        Instrument instrument,
        Market market,
        Holdings holdings,
        AccountView account,
        OrderMatcher matcher,
        Timers timers,
        List<Context> all)
        implements StrategyContext {
    @Override
    public StrategyContext of(int index) {
        if (all.isEmpty()) {
            Objects.checkIndex(index, 1);
            return this;
        }
        return all.get(Objects.checkIndex(index, all.size()));
    }

    @Override
    public String accountCurrency() {
        return account.currency();
    }

    @Override
    public long toAccountCurrency(long amount) {
        return account.toAccountCurrency(amount);
    }

    @Override
    public long toQuoteCurrency(long amount) {
        return account.toQuoteCurrency(amount);
    }

    @Override
    public AccountMode accountMode() {
        return holdings.mode();
    }

    @Override
    public long timeNs() {
        return account.timeNs();
    }

    @Override
    public long bid() {
        return market.bid();
    }

    @Override
    public long ask() {
        return market.ask();
    }

    @Override
    public long position() {
        return holdings.position();
    }

    @Override
    public List<OpenPosition> positions() {
        return holdings.positions();
    }

    @Override
    public long equity() {
        return account.equity();
    }

    @Override
    public long usedMargin() {
        return account.usedMargin();
    }

    @Override
    public long freeMargin() {
        return equity() - usedMargin();
    }

    @Override
    public long submit(OrderRequest request) {
        return matcher.place(suiting(request), timeNs());
    }

    @Override
    public List<Long> submitOneCancelsOther(List<OrderRequest> requests) {
        requests.forEach(this::suiting);
        return matcher.placeGroup(requests, timeNs());
    }

    @Override
    public List<Long> submitWithExits(OrderRequest first, List<OrderRequest> exits) {
        suiting(first);
        exits.forEach(this::suiting);
        return matcher.placeWithExits(first, exits, timeNs());
    }

    @Override
    public Bracket bracket(OrderRequest entry, long stopPrice, long targetPrice) {
        Side out = entry.side().opposite();
        List<OrderRequest> exits = new ArrayList<>();
        if (stopPrice != 0) {
            exits.add(leaving(OrderRequest.stop(out, entry.quantity(), stopPrice)));
        }
        if (targetPrice != 0) {
            exits.add(leaving(OrderRequest.limit(out, entry.quantity(), targetPrice)));
        }
        List<Long> ids = submitWithExits(entry, exits);
        long stop = stopPrice == 0 ? 0 : ids.get(1);
        return new Bracket(ids.getFirst(), stop, targetPrice == 0 ? 0 : ids.getLast());
    }

    private OrderRequest leaving(OrderRequest exit) {
        return holdings.mode() == AccountMode.HEDGING ? exit.closing(matcher.nextId()) : exit.asReduceOnly();
    }

    private OrderRequest suiting(OrderRequest request) {
        matcher.requireRange(request);
        boolean hedging = holdings.mode() == AccountMode.HEDGING;
        if (!hedging && request.ticket() != 0) {
            throw new IllegalArgumentException("positions are netted, so order " + request.ticket() + " has none");
        }
        if (hedging && request.reduceOnly() && request.ticket() == 0) {
            throw new IllegalArgumentException("positions are kept apart, so a reduce-only order names its ticket");
        }
        return request;
    }

    @Override
    public boolean modify(long orderId, OrderChange change) {
        return matcher.modify(orderId, change, timeNs());
    }

    @Override
    public boolean cancel(long orderId) {
        return matcher.cancel(orderId, timeNs());
    }

    @Override
    public void closeAll() {
        for (OrderRequest closing : PositionClosing.requests(holdings)) {
            submit(closing);
        }
    }

    @Override
    public List<Long> openOrders() {
        return matcher.openOrders();
    }

    @Override
    public long openQuantity(long orderId) {
        return matcher.openQuantity(orderId);
    }

    @Override
    public void wakeAt(long timeNs) {
        timers.add(timeNs, timeNs());
    }
}
