package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.PriceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds the orders of a run and executes them on ticks. Engine thread only.
///
/// An order never meets the tick on which it was placed: the engine shows a tick to the orders before it shows it
/// to the strategy, and messages sent meanwhile are delivered on the next tick at the earliest. On each tick, in
/// this order:
///
/// 1. messages that have arrived are delivered and orders whose time is over expire, as their times follow each
///    other ([#onTime]);
/// 2. what is left meets the quote, in the order in which it reached the market ([#onQuote]).
///
/// What a fill brings about, such as cancelling the other exit of a bracket, happens at once and without latency;
/// exits that a fill sets free meet the next tick at the earliest.
public final class OrderMatcher {
    private final Instrument instrument;
    private final ExecutionModel model;
    private final Executions executions;
    private final RandomStreams random;
    private final AverageRanges ranges;
    private final MessageQueue messages = new MessageQueue();
    private final OrderFills fills;
    private final PriceWatch watch = new PriceWatch();
    private final TradingSteps steps;
    private final List<WorkingOrder> all = new ArrayList<>();
    private final List<WorkingOrder> open = new ArrayList<>();
    private final List<WorkingOrder> working = new ArrayList<>();
    private long nextDeadlineNs = Long.MAX_VALUE;
    private long nextCloseNs = Long.MAX_VALUE;
    private boolean sessionsUnknown;

    /// Executes by `model` at the cost of `commission`. Stops that trail by an average true range, and slippage
    /// that is a share of one, take it from `ranges`.
    public OrderMatcher(
            Instrument instrument,
            ExecutionModel model,
            CommissionModel commission,
            Executions executions,
            AverageRanges ranges) {
        this.instrument = instrument;
        this.model = model;
        this.executions = executions;
        this.ranges = ranges;
        steps = new TradingSteps(instrument);
        random = new RandomStreams(model.seed());
        FillBooking booking = new FillBooking(instrument, model, commission, executions, this::finish, this::release);
        fills = new OrderFills(instrument, model, random, ranges, booking);
    }

    /// Sends an order.
    ///
    /// @return its number
    public long place(OrderRequest request, long nowNs) {
        WorkingOrder order = add(request, nowNs, "");
        send(order, arrivalOf(nowNs));
        return order.id();
    }

    /// Sends orders of which each takes what is filled of it off the others, so that the first to be filled as a
    /// whole cancels the rest.
    ///
    /// @return their numbers
    public List<Long> placeGroup(List<OrderRequest> requests, long nowNs) {
        List<WorkingOrder> group = addGroup(requests, nowNs);
        long arrivalNs = arrivalOf(nowNs);
        group.forEach(order -> send(order, arrivalNs));
        return group.stream().map(WorkingOrder::id).toList();
    }

    /// Sends `first` and with it `exits`, held back until `first` is filled: each is then worth as much as was
    /// filled of `first`, up to its own quantity. Exits are a group as [#placeGroup] makes it. If `first` ends
    /// unfilled, so do they; if one of them is filled while `first` still waits for its rest, the rest is
    /// cancelled.
    ///
    /// @return their numbers, that of `first` first
    public List<Long> placeWithExits(OrderRequest first, List<OrderRequest> exits, long nowNs) {
        WorkingOrder parent = add(first, nowNs, "");
        List<WorkingOrder> children = addGroup(exits, nowNs);
        parent.children = children;
        for (WorkingOrder child : children) {
            child.parent = parent;
            child.quantity = 0;
        }
        long arrivalNs = arrivalOf(nowNs);
        send(parent, arrivalNs);
        children.forEach(child -> send(child, arrivalNs));
        List<Long> ids = new ArrayList<>();
        ids.add(parent.id());
        children.forEach(child -> ids.add(child.id()));
        return ids;
    }

    /// Returns the number that the next order will have.
    public long nextId() {
        return all.size() + 1L;
    }

    /// Sends a change.
    ///
    /// @return whether the order still stood when it was sent
    /// @throws IllegalArgumentException if there is no such order, or it has not the price that is to be changed
    public boolean modify(long id, OrderChange change, long nowNs) {
        WorkingOrder order = order(id);
        boolean fits = (change.limitPrice() == 0 || order.type.hasLimitPrice())
                && (change.triggerPrice() == 0 || order.type.hasTriggerPrice());
        if (!fits) {
            throw new IllegalArgumentException("a " + order.type + " order has no such price: " + change);
        }
        return send(Message.Kind.CHANGE, order, change, nowNs);
    }

    /// Sends a cancellation.
    ///
    /// @return whether the order still stood when it was sent
    /// @throws IllegalArgumentException if there is no such order
    public boolean cancel(long id, long nowNs) {
        return send(Message.Kind.CANCEL, order(id), null, nowNs);
    }

    private boolean send(Message.Kind kind, WorkingOrder order, @Nullable OrderChange change, long nowNs) {
        if (order.isDone()) {
            return false;
        }
        long arrivalNs = Math.max(arrivalOf(nowNs), order.arrivalNs); // never overtakes its order
        messages.add(new Message(arrivalNs, messages.nextNumber(), kind, order, change));
        return true;
    }

    private void send(WorkingOrder order, long arrivalNs) {
        order.arrivalNs = arrivalNs;
        messages.add(new Message(arrivalNs, messages.nextNumber(), Message.Kind.ORDER, order, null));
    }

    private long arrivalOf(long nowNs) {
        return nowNs + model.latency().draw(random);
    }

    private WorkingOrder add(OrderRequest request, long nowNs, String reason) {
        WorkingOrder order = new WorkingOrder(new Order(nextId(), request, nowNs), reason);
        all.add(order);
        open.add(order);
        return order;
    }

    private List<WorkingOrder> addGroup(List<OrderRequest> requests, long nowNs) {
        List<WorkingOrder> group = new ArrayList<>();
        for (OrderRequest request : requests) {
            group.add(add(request, nowNs, ""));
        }
        group.forEach(order -> order.group = group);
        return group;
    }

    private WorkingOrder order(long id) {
        if (id < 1 || id > all.size()) {
            throw new IllegalArgumentException("there is no order " + id + " among " + all.size());
        }
        return all.get((int) id - 1);
    }

    /// Returns when [#onTime] has something to do next; `Long.MAX_VALUE` if nothing is due.
    public long dueNs() {
        return Math.min(messages.nextArrivalNs(), nextDeadlineNs);
    }

    /// Tells that time has come to `timeNs`, on each tick by which [#dueNs()] has passed, before [#onQuote].
    public void onTime(long timeNs) {
        messages.deliver(timeNs, this::receive);
        expireDue(timeNs);
        wake(timeNs);
        settle();
    }

    private void wake(long timeNs) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.opensNs != 0 && order.opensNs <= timeNs) {
                order.opensNs = 0;
            }
        }
    }

    /// Returns when a session closes for which orders wait; `Long.MAX_VALUE` if none do. On the first tick at or
    /// after it, [#onClose] is to be called before all else.
    public long nextCloseNs() {
        return nextCloseNs;
    }

    /// Tells whether orders wait for a close, so that the sizes of each quote have to be known to `Market`.
    public boolean awaitsClose() {
        return nextCloseNs != Long.MAX_VALUE;
    }

    /// Closes the session: what reached the market or expired before is dealt with, then the orders for the close
    /// are executed at the last quote, which `market` must still show, with its sizes. Time comes to that of the
    /// close.
    public void onClose(Market market) {
        long closeNs = nextCloseNs;
        market.toTime(closeNs);
        onTime(closeNs - 1);
        fills.onClose(working, market, closeNs);
        settle();
    }

    /// Tells that the data does not show when sessions open and close, so that orders for that are refused.
    public void withoutSessions() {
        sessionsUnknown = true;
    }

    private void expireDue(long timeNs) {
        if (timeNs >= nextDeadlineNs) {
            for (int i = 0; i < working.size(); i++) {
                expireIfDue(working.get(i), timeNs);
            }
        }
    }

    private void receive(Message message) {
        WorkingOrder order = message.order();
        expireDue(message.arrivalNs());
        switch (message.kind()) {
            case ORDER -> accept(order);
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
            enter(order, order.arrivalNs);
        } else {
            order.state = WorkingOrder.State.HELD;
        }
    }

    private @Nullable String refusal(WorkingOrder order) {
        AtrRange range = order.trailRange();
        if (range != null && ranges.units(range) == null) {
            return "the " + range + " that it trails by is not known yet";
        }
        return isForSession(order) && (sessionsUnknown || !instrument.calendar().hasSessions())
                ? "it is not known when sessions open and close"
                : steps.refusal(order.order.request());
    }

    private static boolean isForSession(WorkingOrder order) {
        return order.type == OrderType.MARKET_ON_OPEN || order.type == OrderType.MARKET_ON_CLOSE;
    }

    /// Tells that average true ranges may have changed: stops that trail by one follow, from the next tick on.
    public void onRanges() {
        for (int i = 0; i < working.size(); i++) {
            working.get(i).retrail(ranges);
        }
        settle();
    }

    /// Checks that the average true range that an order trails by was asked for.
    ///
    /// @throws IllegalArgumentException if not
    public void requireRange(OrderRequest request) {
        AtrRange range = request.trail() == null ? null : request.trail().range();
        if (range != null) {
            ranges.units(range);
        }
    }

    /// An order that was to be left by this one is not entered without it.
    private void reject(WorkingOrder order, String reason) {
        finish(order, new OrderEvent(order.arrivalNs, OrderEvent.Kind.REJECTED, 0, 0, reason));
        WorkingOrder parent = order.parent;
        if (parent != null && !parent.isDone()) {
            finish(parent, cancelled(order.arrivalNs, "its exit, order " + order.id() + ", was rejected"));
        }
    }

    private void enter(WorkingOrder order, long timeNs) {
        order.state = WorkingOrder.State.WORKING;
        order.arrivalNs = timeNs;
        order.deadlineNs = deadlineOf(order.order.request(), timeNs);
        if (order.deadlineNs <= timeNs) {
            finish(order, new OrderEvent(timeNs, OrderEvent.Kind.EXPIRED, 0, 0, "its time was over before it began"));
            return;
        }
        if (order.type == OrderType.MARKET_ON_OPEN) {
            order.opensNs = instrument.calendar().nextOpen(timeNs);
        }
        working.add(order);
        nextDeadlineNs = Math.min(nextDeadlineNs, order.deadlineNs);
        tell(order, new OrderEvent(timeNs, OrderEvent.Kind.ACCEPTED, 0, 0, ""));
    }

    private long deadlineOf(OrderRequest request, long timeNs) {
        return switch (request.timeInForce()) {
            case DAY -> instrument.calendar().nextDayStart(timeNs);
            case GOOD_TILL_DATE -> request.goodTillNs();
            default -> Long.MAX_VALUE;
        };
    }

    private void expireIfDue(WorkingOrder order, long timeNs) {
        if (order.state == WorkingOrder.State.WORKING && order.deadlineNs <= timeNs) {
            finish(
                    order,
                    new OrderEvent(
                            order.deadlineNs,
                            OrderEvent.Kind.EXPIRED,
                            0,
                            0,
                            order.order.request().timeInForce() == TimeInForce.DAY
                                    ? "the trading day ended"
                                    : "its time was over"));
        }
    }

    private void cancel(Message message) {
        if (message.order().isDone()) {
            refuse(message, "the order had ended before the cancellation arrived");
        } else {
            finish(message.order(), cancelled(message.arrivalNs(), "cancelled by the strategy"));
        }
    }

    private void change(Message message) {
        WorkingOrder order = message.order();
        OrderChange change = Objects.requireNonNull(message.change());
        String refusal = steps.refusal(change, order.order.request());
        if (order.isDone()) {
            refuse(message, "the order had ended before the change arrived");
        } else if (change.quantity() != 0 && change.quantity() <= order.filled + order.takenByGroup) {
            refuse(message, "as much or more was filled already");
        } else if (change.triggerPrice() != 0 && order.triggered) {
            refuse(message, "the order was triggered before the change arrived");
        } else if (refusal != null) {
            refuse(message, refusal);
        } else {
            apply(change, order);
            tell(order, new OrderEvent(message.arrivalNs(), OrderEvent.Kind.MODIFIED, order.wanted, 0, ""));
        }
    }

    private void apply(OrderChange change, WorkingOrder order) {
        boolean keepsPlace =
                change.limitPrice() == 0 && change.triggerPrice() == 0 && change.quantity() <= order.wanted;
        if (change.quantity() != 0) {
            order.wanted = change.quantity();
            order.quantity =
                    order.parent == null ? order.wanted - order.takenByGroup : shareOfParent(order, order.parent);
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
        if (!keepsPlace && working.remove(order)) {
            working.add(order);
            order.queue = null;
        }
    }

    private void refuse(Message message, String reason) {
        OrderEvent event = new OrderEvent(message.arrivalNs(), OrderEvent.Kind.CHANGE_REFUSED, 0, 0, reason);
        tell(message.order(), event);
    }

    /// Tells whether the quote as it now stands would make any order act.
    public boolean isReached(Market market) {
        return watch.isReached(market);
    }

    /// Tells whether any order waits for a price.
    public boolean isWatching() {
        return watch.watches();
    }

    /// Returns the first of ticks `from` to `to` (exclusive) whose quote would make any order act, or `to` if none
    /// would. `sells` holds what a seller gets on each, with the range `sold`; `buys` what a buyer pays, `bought`.
    public int firstReached(long[] sells, PriceRange sold, long[] buys, PriceRange bought, int from, int to) {
        return watch.isReached(sold, bought) ? watch.firstReached(sells, buys, from, to) : to;
    }

    /// Has the orders meet the quote; its sizes must be known to `market`.
    public void onQuote(Market market) {
        fills.onQuote(working, market);
        endTick();
    }

    private void endTick() {
        for (int i = 0; i < working.size(); i++) {
            working.get(i).late = 0;
        }
        settle();
    }

    /// Tells whether a trade at `price`, where there are quotes, would make any order act.
    public boolean isReachedByTrade(long price) {
        return watch.isReachedByTrade(price);
    }

    /// Tells whether any order acts on trades where there are quotes.
    public boolean watchesTrades() {
        return watch.watchesTrades();
    }

    /// Has orders in queues meet a trade, where there are quotes.
    ///
    /// @param size at the instrument's quantity scale
    /// @param taker the side of whoever took; null where it is not known
    public void onTrade(long price, long size, @Nullable Side taker, Market market) {
        fills.onTrade(working, price, size, taker, market);
        endTick();
    }

    /// Lets go of orders that have ended and looks up what is to be waited for.
    private void settle() {
        nextDeadlineNs = Long.MAX_VALUE;
        nextCloseNs = Long.MAX_VALUE;
        working.removeIf(WorkingOrder::isDone);
        for (int i = 0; i < working.size(); i++) {
            lookAhead(working.get(i));
        }
        watch.watch(working, model.limitFill());
    }

    private void lookAhead(WorkingOrder order) {
        nextDeadlineNs = Math.min(nextDeadlineNs, order.deadlineNs);
        if (order.opensNs != 0) {
            nextDeadlineNs = Math.min(nextDeadlineNs, order.opensNs);
        }
        if (order.closesNs != 0) {
            nextCloseNs = Math.min(nextCloseNs, order.closesNs);
        }
    }

    private static OrderEvent cancelled(long timeNs, String reason) {
        return new OrderEvent(timeNs, OrderEvent.Kind.CANCELLED, 0, 0, reason);
    }

    private void tell(WorkingOrder order, OrderEvent event) {
        order.events.add(event);
        executions.onEvent(order.order, event);
    }

    /// Ends an order, and with it those that depended on it.
    private void finish(WorkingOrder order, OrderEvent event) {
        order.state = WorkingOrder.State.DONE;
        open.remove(order);
        tell(order, event);
        if (order.filled == 0) {
            for (WorkingOrder child : order.children) {
                if (!child.isDone()) {
                    finish(child, cancelled(event.timeNs(), "order " + order.id() + " ended unfilled"));
                }
            }
        }
    }

    /// Lets an execution have its effect on the orders around it.
    private void release(WorkingOrder order, Fill fill) {
        for (WorkingOrder child : order.children) {
            grow(child, order, fill.timeNs());
        }
        WorkingOrder parent = order.parent;
        if (parent != null && !parent.isDone()) {
            finish(parent, cancelled(fill.timeNs(), "its exit, order " + order.id() + ", was filled"));
        }
        for (WorkingOrder other : order.group) {
            if (other != order && !other.isDone()) {
                takeOff(other, order, fill);
            }
        }
    }

    private void grow(WorkingOrder child, WorkingOrder parent, long timeNs) {
        if (child.isDone()) {
            return;
        }
        long quantity = shareOfParent(child, parent);
        child.late += quantity - child.quantity;
        child.quantity = quantity;
        if (child.state == WorkingOrder.State.HELD) {
            enter(child, timeNs);
        }
    }

    private static long shareOfParent(WorkingOrder child, WorkingOrder parent) {
        return Math.max(0, Math.min(child.wanted, parent.filled) - child.takenByGroup);
    }

    private void takeOff(WorkingOrder other, WorkingOrder filled, Fill fill) {
        other.takenByGroup += fill.quantity();
        other.quantity -= fill.quantity();
        boolean nothingLeft = other.quantity <= other.filled && other.state != WorkingOrder.State.HELD;
        if (nothingLeft || filled.filled >= filled.quantity) {
            finish(other, cancelled(fill.timeNs(), "order " + filled.id() + " of its group was filled"));
        }
    }

    /// Cancels all orders that stand or are on their way.
    public void cancelAll(long nowNs, String reason) {
        for (WorkingOrder order : List.copyOf(open)) {
            if (!order.isDone()) {
                finish(order, cancelled(nowNs, reason));
            }
        }
        settle();
    }

    /// Puts an order of the broker's own into the market, without latency; it meets the next tick.
    public void force(OrderRequest request, long nowNs, String reason) {
        WorkingOrder order = add(request, nowNs, reason);
        enter(order, nowNs);
        settle();
    }

    /// Returns the prices at which the orders that stand would act, as they stand at any time.
    public OrderLevels levels() {
        return new OrderLevels(working, model);
    }

    /// Returns how much of an order is still to be filled; 0 once it has ended.
    ///
    /// @throws IllegalArgumentException if there is no such order
    public long openQuantity(long id) {
        WorkingOrder order = order(id);
        return order.isDone() ? 0 : order.wanted - order.takenByGroup - order.filled;
    }

    /// Returns the numbers of all orders that stand or are on their way, oldest first.
    public List<Long> openOrders() {
        return open.stream().map(WorkingOrder::id).toList();
    }

    /// Returns all that has happened so far to the orders that wait or are on their way, oldest first.
    public List<OrderLife> openLives() {
        return open.stream().map(WorkingOrder::life).toList();
    }

    /// Returns where the data did not hold what the model needs.
    public ModelGaps gaps() {
        return fills.gaps();
    }

    /// Returns what happened to every order so far, in the order in which they were placed.
    public List<OrderLife> lives() {
        return all.stream().map(WorkingOrder::life).toList();
    }
}
