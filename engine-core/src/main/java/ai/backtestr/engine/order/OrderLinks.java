package ai.backtestr.engine.order;

import java.util.ArrayList;
import java.util.List;

/// Ties orders to each other, and lets the fill of one have its effect on the others, at once and without latency.
/// Engine thread only.
final class OrderLinks {
    private final OrderBook book;

    OrderLinks(OrderBook book) {
        this.book = book;
    }

    /// Takes down orders of which each takes what is filled of it off the others.
    List<WorkingOrder> addGroup(List<OrderRequest> requests, long nowNs) {
        List<WorkingOrder> group = new ArrayList<>();
        for (OrderRequest request : requests) {
            group.add(book.add(request, nowNs, ""));
        }
        group.forEach(order -> order.group = group);
        return group;
    }

    /// Takes down `first` and a group of exits, each worth as much as was filled of `first`.
    ///
    /// @return all of them, `first` first
    List<WorkingOrder> addWithExits(OrderRequest first, List<OrderRequest> exits, long nowNs) {
        WorkingOrder parent = book.add(first, nowNs, "");
        parent.children = addGroup(exits, nowNs);
        List<WorkingOrder> orders = new ArrayList<>();
        orders.add(parent);
        for (WorkingOrder child : parent.children) {
            child.parent = parent;
            child.quantity = 0;
            orders.add(child);
        }
        return orders;
    }

    /// Returns what an order comes to now, of what was asked for: less what others of its group have filled, and of
    /// an exit no more than was filled of the order before it.
    static long quantityOf(WorkingOrder order) {
        WorkingOrder parent = order.parent;
        return parent == null
                ? order.wanted - order.takenByGroup
                : Math.max(0, Math.min(order.wanted, parent.filled) - order.takenByGroup);
    }

    /// Lets an execution have its effect on the orders around it.
    void release(WorkingOrder order, Fill fill) {
        for (WorkingOrder child : order.children) {
            grow(child, fill.timeNs());
        }
        WorkingOrder parent = order.parent;
        if (parent != null && !parent.isDone()) {
            book.cancel(parent, fill.timeNs(), "its exit, order " + order.id() + ", was filled");
        }
        for (WorkingOrder other : order.group) {
            if (other != order && !other.isDone()) {
                takeOff(other, order, fill);
            }
        }
    }

    private void grow(WorkingOrder child, long timeNs) {
        if (child.isDone()) {
            return;
        }
        long quantity = quantityOf(child);
        child.late += quantity - child.quantity;
        child.quantity = quantity;
        if (child.state == WorkingOrder.State.HELD) {
            book.enter(child, timeNs);
        }
    }

    private void takeOff(WorkingOrder other, WorkingOrder filled, Fill fill) {
        other.takenByGroup += fill.quantity();
        other.quantity -= fill.quantity();
        boolean nothingLeft = other.quantity <= other.filled && other.state != WorkingOrder.State.HELD;
        if (nothingLeft || filled.filled >= filled.quantity) {
            book.cancel(other, fill.timeNs(), "order " + filled.id() + " of its group was filled");
        }
    }
}
