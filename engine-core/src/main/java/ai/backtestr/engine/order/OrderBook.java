package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The orders of a run, from being placed to their end: those on their way, those held back, and those at work, in
/// the order in which they reached the market. Knows when the next of them is due. Engine thread only.
final class OrderBook {
    private final TradingCalendar calendar;
    private final Executions executions;
    private final ExecutionModel.LimitFill limitFill;
    private final PriceWatch watch;
    private final OrderNumbers numbers;
    private final List<WorkingOrder> all = new ArrayList<>();
    private final List<WorkingOrder> open = new ArrayList<>();
    private final List<WorkingOrder> working = new ArrayList<>();
    private @Nullable BarSessions bars;
    private long nextDeadlineNs = Long.MAX_VALUE;
    private long nextCloseNs = Long.MAX_VALUE;

    /// Tells `executions` of all that happens to orders, and `watch` of the prices at which they act. Orders are
    /// numbered by `numbers`.
    OrderBook(
            TradingCalendar calendar,
            Executions executions,
            ExecutionModel.LimitFill limitFill,
            PriceWatch watch,
            OrderNumbers numbers) {
        this.numbers = numbers;
        this.calendar = calendar;
        this.executions = executions;
        this.limitFill = limitFill;
        this.watch = watch;
    }

    /// Has openings taken from bars.
    void onBars(BarSessions sessions) {
        bars = sessions;
    }

    /// Returns the number that the next order will have.
    long nextId() {
        return numbers.next();
    }

    /// Takes down an order that is placed.
    ///
    /// @param reason why the broker places it; empty for those of the strategy
    WorkingOrder add(OrderRequest request, long nowNs, String reason) {
        WorkingOrder order = new WorkingOrder(new Order(numbers.take(), request, nowNs), reason);
        all.add(order);
        open.add(order);
        return order;
    }

    /// @throws IllegalArgumentException if there is no such order
    WorkingOrder order(long id) {
        int index = indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException("there is no order " + id + " among " + all.size());
        }
        return all.get(index);
    }

    /// Numbers rise; without gaps where they are not shared with other books.
    private int indexOf(long id) {
        if (id >= 1 && id <= all.size() && all.get((int) id - 1).id() == id) {
            return (int) id - 1;
        }
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = all.get(middle).id();
            if (found == id) {
                return middle;
            }
            low = found < id ? middle + 1 : low;
            high = found < id ? high : middle - 1;
        }
        return -1;
    }

    /// Returns all orders, in the order in which they were placed; a view.
    List<WorkingOrder> all() {
        return Collections.unmodifiableList(all);
    }

    /// Returns those that have not ended, oldest first; a view.
    List<WorkingOrder> open() {
        return Collections.unmodifiableList(open);
    }

    /// Returns those at work, by which came first; among them may be some that ended since [#settle()]. To be read
    /// on every quote that orders meet, so it is the list itself.
    List<WorkingOrder> working() {
        return working;
    }

    void tell(WorkingOrder order, OrderEvent event) {
        order.events.add(event);
        executions.onEvent(order.order, event);
    }

    /// Puts an order to work, behind the others.
    void enter(WorkingOrder order, long timeNs) {
        order.state = WorkingOrder.State.WORKING;
        order.arrivalNs = timeNs;
        order.deadlineNs = deadlineOf(order.order.request(), timeNs);
        if (order.deadlineNs <= timeNs) {
            end(order, OrderEvent.Kind.EXPIRED, timeNs, "its time was over before it began");
            return;
        }
        if (order.type == OrderType.MARKET_ON_OPEN) {
            order.opensNs = bars == null ? calendar.nextOpen(timeNs) : bars.nextOpen(timeNs);
        }
        working.add(order);
        nextDeadlineNs = Math.min(nextDeadlineNs, order.deadlineNs);
        tell(order, new OrderEvent(timeNs, OrderEvent.Kind.ACCEPTED, 0, 0, ""));
    }

    private long deadlineOf(OrderRequest request, long timeNs) {
        return switch (request.timeInForce()) {
            case DAY -> calendar.dayOrderEnd(timeNs);
            case GOOD_TILL_DATE -> request.goodTillNs();
            default -> Long.MAX_VALUE;
        };
    }

    /// Moves an order at work behind the others, out of the queue it stood in.
    void requeue(WorkingOrder order) {
        if (working.remove(order)) {
            working.add(order);
            order.queue = null;
        }
    }

    /// Ends an order, and with it, if nothing of it was filled, those that were to come into force with its fills.
    void end(WorkingOrder order, OrderEvent event) {
        order.state = WorkingOrder.State.DONE;
        open.remove(order);
        tell(order, event);
        if (order.filled == 0) {
            for (WorkingOrder child : order.children) {
                if (!child.isDone()) {
                    cancel(child, event.timeNs(), "order " + order.id() + " ended unfilled");
                }
            }
        }
    }

    void end(WorkingOrder order, OrderEvent.Kind kind, long timeNs, String reason) {
        end(order, new OrderEvent(timeNs, kind, 0, 0, reason));
    }

    void cancel(WorkingOrder order, long timeNs, String reason) {
        end(order, OrderEvent.Kind.CANCELLED, timeNs, reason);
    }

    /// Ends orders whose time is over.
    void expire(long timeNs) {
        if (timeNs < nextDeadlineNs) {
            return;
        }
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.state == WorkingOrder.State.WORKING && order.deadlineNs <= timeNs) {
                boolean day = order.order.request().timeInForce() == TimeInForce.DAY;
                String reason = day ? "the trading day ended" : "its time was over";
                end(order, OrderEvent.Kind.EXPIRED, order.deadlineNs, reason);
            }
        }
    }

    /// Lets orders act that waited for an opening.
    void wake(long timeNs) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.opensNs != 0 && order.opensNs <= timeNs) {
                order.opensNs = 0;
            }
        }
    }

    /// Lets orders that waited for a close, which has passed without a bar, meet the next open again.
    void missClose(long timeNs) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.closesNs <= timeNs) {
                order.closesNs = 0;
            }
        }
    }

    /// Has quantities that came with this tick count from the next on.
    void endTick() {
        for (int i = 0; i < working.size(); i++) {
            working.get(i).late = 0;
        }
    }

    /// Lets go of orders that have ended and looks up what is to be waited for.
    void settle() {
        nextDeadlineNs = Long.MAX_VALUE;
        nextCloseNs = Long.MAX_VALUE;
        working.removeIf(WorkingOrder::isDone);
        for (int i = 0; i < working.size(); i++) {
            lookAhead(working.get(i));
        }
        watch.watch(working, limitFill);
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

    /// Returns when the next order expires or wakes; `Long.MAX_VALUE` if none does.
    long nextDeadlineNs() {
        return nextDeadlineNs;
    }

    /// Returns when a session closes for which orders wait; `Long.MAX_VALUE` if none do.
    long nextCloseNs() {
        return nextCloseNs;
    }
}
