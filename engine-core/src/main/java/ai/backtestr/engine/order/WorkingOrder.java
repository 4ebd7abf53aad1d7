package ai.backtestr.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An order on its way through the run. Written by the matcher alone; engine thread only.
final class WorkingOrder {
    /// Where an order is.
    enum State {
        /// On its way to the market.
        TRAVELLING,
        /// At the market, held back until the order before it is filled.
        HELD,
        /// At the market.
        WORKING,
        /// Filled, cancelled, expired or rejected.
        DONE
    }

    final Order order;
    final Side side;
    final OrderType type;
    final List<OrderEvent> events = new ArrayList<>(4);

    /// What it was changed to; made with the first change, as most orders have none.
    List<OrderPrices> changes = List.of();

    State state = State.TRAVELLING;
    long arrivalNs;
    long deadlineNs = Long.MAX_VALUE;

    /// The most it may come to: what was asked for, or changed to since.
    long wanted;

    /// When a market-on-open order begins to act; 0 once it does, and for all others.
    long opensNs;

    /// When a market-on-close order acts; 0 until it has met a quote, and for all others.
    long closesNs;

    /// What it comes to now; less than wanted while the order before it is filled in part.
    long quantity;

    long filled;

    /// Part of the quantity that came on this very tick and can be filled on later ones only.
    long late;

    /// Part of the quantity that others of its group have filled in its place.
    long takenByGroup;

    long triggerPrice;
    long limitPrice;

    /// The best price its side has seen, for a trailing stop; 0 before the first.
    long best;

    boolean triggered;

    /// Whether a tick has met it since it was accepted or changed.
    boolean met;

    /// Whether, ending as a limit order, it still takes what the market offers rather than resting.
    boolean taking = true;

    /// Where it stands in the queue at its limit; null unless it rests and is filled by that.
    @Nullable
    QueuePosition queue;

    /// Whether it stood at the best price while its size was not known.
    boolean lacksQueue;

    long plainFee;
    long chargedFee;

    @Nullable
    WorkingOrder parent;

    List<WorkingOrder> children = List.of();
    List<WorkingOrder> group = List.of();

    WorkingOrder(Order order, String reason) {
        this.order = order;
        OrderRequest request = order.request();
        side = request.side();
        type = request.type();
        wanted = request.quantity();
        quantity = wanted;
        triggerPrice = request.triggerPrice();
        limitPrice = request.limitPrice();
        triggered = type.trigger() == OrderType.Trigger.NONE;
        events.add(new OrderEvent(order.placedNs(), OrderEvent.Kind.PLACED, wanted, 0, reason));
    }

    long id() {
        return order.id();
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /// What can be filled on this tick.
    long open() {
        return quantity - filled - late;
    }

    boolean isImmediate() {
        return order.request().timeInForce().isImmediate();
    }

    boolean mustFillWhole() {
        return order.request().timeInForce() == TimeInForce.FILL_OR_KILL;
    }

    /// Whether it acts when a session opens or closes.
    boolean isForSession() {
        return type == OrderType.MARKET_ON_OPEN || type == OrderType.MARKET_ON_CLOSE;
    }

    /// Whether it stands at its limit, to be filled as maker.
    boolean rests() {
        return triggered && !taking && type.endsAsLimit();
    }

    /// Whether it waits for a time and for no price.
    boolean isAsleep() {
        return opensNs != 0 || closesNs != 0;
    }

    /// Whether it meets the next tick whatever its price.
    boolean actsAtAnyPrice() {
        return opensNs == 0 && closesNs == 0 && (!met || (triggered && (taking || !type.endsAsLimit())));
    }

    /// Whether `price` is at `bound` or worse for this side.
    boolean isAtOrBeyond(long price, long bound) {
        return side == Side.BUY ? price >= bound : price <= bound;
    }

    boolean isTriggeredBy(long price) {
        return type.trigger() == OrderType.Trigger.TOUCH
                ? price == triggerPrice || !isAtOrBeyond(price, triggerPrice)
                : isAtOrBeyond(price, triggerPrice);
    }

    /// Whether `price` is at the limit or better.
    boolean allows(long price) {
        return price == limitPrice || !isAtOrBeyond(price, limitPrice);
    }

    /// Moves a trailing stop behind a price that is better than all before.
    void follow(long price, AverageRanges ranges) {
        boolean first = best == 0;
        if (!first && isAtOrBeyond(price, best)) {
            return;
        }
        best = price;
        trail(first, ranges);
    }

    /// Moves a trailing stop to where the range as it now stands puts it, unless that takes it back.
    void retrail(AverageRanges ranges) {
        if (!triggered && best != 0 && trailRange() != null) {
            trail(false, ranges);
        }
    }

    private void trail(boolean first, AverageRanges ranges) {
        OrderRequest request = order.request();
        long distance = Objects.requireNonNull(request.trail()).distance(best, ranges);
        long stop = best + side.sign() * distance;
        if (first || !isAtOrBeyond(stop, triggerPrice)) {
            triggerPrice = stop;
            limitPrice = type.endsAsLimit() ? Math.max(1, stop + side.sign() * request.limitOffset()) : 0;
        }
    }

    /// The average true range that it trails by; null if it trails by none.
    @Nullable
    AtrRange trailRange() {
        Trail trail = order.request().trail();
        return trail == null ? null : trail.range();
    }

    /// Takes down what it was changed to.
    void noteChange(long timeNs) {
        if (changes.isEmpty()) {
            changes = new ArrayList<>(2);
        }
        changes.add(prices(timeNs));
    }

    private OrderPrices prices(long sinceNs) {
        return new OrderPrices(sinceNs, triggerPrice, limitPrice, best);
    }

    OrderLife life() {
        long sinceNs = changes.isEmpty() ? order.placedNs() : changes.getLast().sinceNs();
        return new OrderLife(order, filled, events, changes, prices(sinceNs));
    }
}
