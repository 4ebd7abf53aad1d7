package ai.backtestr.engine.order;

import java.util.ArrayList;
import java.util.List;

/// Holds the orders that wait and executes them on later ticks. Engine thread only.
///
/// An order never meets the tick on which it was placed: the engine executes what waits before it shows the tick to
/// the strategy, and orders placed during an execution wait for the tick after.
public final class OrderMatcher {
    /// Books an execution, or says why it cannot be.
    public interface Executions {
        /// Called for an order that meets a tick, in the order in which they were placed.
        void execute(Order order, Market market);
    }

    private final Executions executions;
    private List<Order> waiting = new ArrayList<>();
    private List<Order> meeting = new ArrayList<>();
    private long lastId;

    /// Hands executions to `executions`.
    public OrderMatcher(Executions executions) {
        this.executions = executions;
    }

    /// Places a market order that meets the next tick at the earliest.
    ///
    /// @return the order's number
    public long place(Side side, long quantity, long nowNs) {
        Order order = new Order(lastId + 1, side, quantity, nowNs);
        lastId = order.id();
        waiting.add(order);
        return lastId;
    }

    /// Tells whether any order waits.
    public boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /// Executes the orders that were waiting when the tick came.
    public void onTick(Market market) {
        List<Order> due = waiting;
        waiting = meeting;
        meeting = due;
        for (int i = 0; i < due.size(); i++) {
            executions.execute(due.get(i), market);
        }
        due.clear();
    }
}
