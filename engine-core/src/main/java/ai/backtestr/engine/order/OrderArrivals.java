package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.Instrument;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes orders, changes and cancellations to the market, each after its latency, and there accepts or refuses
/// them. Engine thread only.
final class OrderArrivals {
    private final LatencyModel latency;
    private final RandomStreams random;
    private final AverageRanges ranges;
    private final OrderBook book;
    private final TradingSteps steps;
    private final MessageQueue messages = new MessageQueue();
    private boolean knowsSessions;

    OrderArrivals(
            Instrument instrument, LatencyModel latency, RandomStreams random, AverageRanges ranges, OrderBook book) {
        this.latency = latency;
        this.random = random;
        this.ranges = ranges;
        this.book = book;
        steps = new TradingSteps(instrument);
        knowsSessions = instrument.calendar().hasSessions();
    }

    /// Has sessions taken from bars.
    void onBars(BarSessions sessions) {
        knowsSessions = sessions.areKnown();
    }

    /// Sends orders together.
    void send(List<WorkingOrder> orders, long nowNs) {
        long arrivalNs = arrivalOf(nowNs);
        for (WorkingOrder order : orders) {
            order.arrivalNs = arrivalNs;
            messages.add(new Message(arrivalNs, messages.nextNumber(), Message.Kind.ORDER, order, null));
        }
    }

    /// Sends a change.
    ///
    /// @return whether the order still stood
    /// @throws IllegalArgumentException if it has not the price that is to be changed
    boolean sendChange(WorkingOrder order, OrderChange change, long nowNs) {
        boolean fits = (change.limitPrice() == 0 || order.type.hasLimitPrice())
                && (change.triggerPrice() == 0 || order.type.hasTriggerPrice());
        if (!fits) {
            throw new IllegalArgumentException("a " + order.type + " order has no such price: " + change);
        }
        return send(Message.Kind.CHANGE, order, change, nowNs);
    }

    /// Sends a cancellation.
    ///
    /// @return whether the order still stood
    boolean sendCancellation(WorkingOrder order, long nowNs) {
        return send(Message.Kind.CANCEL, order, null, nowNs);
    }

    private boolean send(Message.Kind kind, WorkingOrder order, @Nullable OrderChange change, long nowNs) {
        if (order.isDone()) {
            return false;
        }
        long arrivalNs = Math.max(arrivalOf(nowNs), order.arrivalNs); // never overtakes its order
        messages.add(new Message(arrivalNs, messages.nextNumber(), kind, order, change));
        return true;
    }

    private long arrivalOf(long nowNs) {
        return nowNs + latency.draw(random);
    }

    /// Returns when the next message arrives; `Long.MAX_VALUE` if none is on its way.
    long nextArrivalNs() {
        return messages.nextArrivalNs();
    }

    /// Takes in what has arrived by `timeNs`; orders whose time is over by then end between the messages.
    void deliver(long timeNs) {
        messages.deliver(timeNs, this::receive);
    }

    private void receive(Message message) {
        book.expire(message.arrivalNs());
        switch (message.kind()) {
            case ORDER -> accept(message.order());
            case CHANGE -> change(message);
            case CANCEL -> cancel(message);
        }
    }

    private void accept(WorkingOrder order) {
        if (order.isDone()) {
            return;
        }
        String refusal = refusal(order);
        if (refusal != null) {
            reject(order, refusal);
        } else if (order.parent == null) {
            book.enter(order, order.arrivalNs);
        } else {
            order.state = WorkingOrder.State.HELD;
        }
    }

    private @Nullable String refusal(WorkingOrder order) {
        AtrRange range = order.trailRange();
        if (range != null && ranges.units(range) == null) {
            return "the " + range + " that it trails by is not known yet";
        }
        return order.isForSession() && !knowsSessions
                ? "it is not known when sessions open and close"
                : steps.refusal(order.order.request());
    }

    /// An order that was to be left by this one is not entered without it.
    private void reject(WorkingOrder order, String reason) {
        book.end(order, OrderEvent.Kind.REJECTED, order.arrivalNs, reason);
        WorkingOrder parent = order.parent;
        if (parent != null && !parent.isDone()) {
            book.cancel(parent, order.arrivalNs, "its exit, order " + order.id() + ", was rejected");
        }
    }

    private void cancel(Message message) {
        if (message.order().isDone()) {
            refuse(message, "the order had ended before the cancellation arrived");
        } else {
            book.cancel(message.order(), message.arrivalNs(), "cancelled by the strategy");
        }
    }

    private void change(Message message) {
        WorkingOrder order = message.order();
        OrderChange change = Objects.requireNonNull(message.change());
        String refusal = refusal(order, change);
        if (refusal != null) {
            refuse(message, refusal);
        } else {
            apply(change, order);
            order.noteChange(message.arrivalNs());
            book.tell(order, new OrderEvent(message.arrivalNs(), OrderEvent.Kind.MODIFIED, order.wanted, 0, ""));
        }
    }

    private @Nullable String refusal(WorkingOrder order, OrderChange change) {
        if (order.isDone()) {
            return "the order had ended before the change arrived";
        }
        if (change.quantity() != 0 && change.quantity() <= order.filled + order.takenByGroup) {
            return "as much or more was filled already";
        }
        if (change.triggerPrice() != 0 && order.triggered) {
            return "the order was triggered before the change arrived";
        }
        return steps.refusal(change, order.order.request());
    }

    private void apply(OrderChange change, WorkingOrder order) {
        boolean keepsPlace =
                change.limitPrice() == 0 && change.triggerPrice() == 0 && change.quantity() <= order.wanted;
        if (change.quantity() != 0) {
            order.wanted = change.quantity();
            order.quantity = OrderLinks.quantityOf(order);
        }
        if (change.triggerPrice() != 0) {
            order.triggerPrice = change.triggerPrice();
            order.met = false;
        }
        if (change.limitPrice() != 0) {
            order.limitPrice = change.limitPrice();
            order.met = false;
            order.taking = true;
        }
        if (!keepsPlace) {
            book.requeue(order);
        }
    }

    private void refuse(Message message, String reason) {
        OrderEvent event = new OrderEvent(message.arrivalNs(), OrderEvent.Kind.CHANGE_REFUSED, 0, 0, reason);
        book.tell(message.order(), event);
    }
}
