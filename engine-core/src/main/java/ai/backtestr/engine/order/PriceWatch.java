package ai.backtestr.engine.order;

import ai.backtestr.engine.tick.PriceRange;
import java.util.List;

/// The nearest prices at which any order that waits would act, so that a tick in between costs four comparisons and
/// no look at the orders, and one comparison where none waits. Engine thread only.
final class PriceWatch {
    private boolean watches;
    private boolean watchesTrades;
    private long buyAtMost;
    private long buyAtLeast;
    private long sellAtMost;
    private long sellAtLeast;

    PriceWatch() {
        clear();
    }

    private void clear() {
        buyAtMost = Long.MIN_VALUE;
        buyAtLeast = Long.MAX_VALUE;
        sellAtMost = Long.MIN_VALUE;
        sellAtLeast = Long.MAX_VALUE;
    }

    boolean isReached(Market market) {
        return watches && isReached(market.takerPrice(Side.SELL), market.takerPrice(Side.BUY));
    }

    boolean watches() {
        return watches;
    }

    /// Tells whether any order acts on trades where there are quotes.
    boolean watchesTrades() {
        return watchesTrades;
    }

    /// Tells whether a trade at `price` is at the price of an order in a queue, or beyond.
    boolean isReachedByTrade(long price) {
        return watchesTrades && isReached(price, price);
    }

    /// Its place changes once its own side is at its price or behind it, so also when the other side gets there.
    private void watchQueue(WorkingOrder order) {
        watchesTrades = true;
        worse(order.side.opposite(), order.limitPrice);
    }

    /// Tells whether any price between these would be reached.
    boolean isReached(PriceRange sells, PriceRange buys) {
        return buys.lowest() <= buyAtMost
                || buys.highest() >= buyAtLeast
                || sells.lowest() <= sellAtMost
                || sells.highest() >= sellAtLeast;
    }

    /// Returns the first of ticks `from` to `to` (exclusive) that would be reached, or `to`.
    int firstReached(long[] sells, long[] buys, int from, int to) {
        int at = from;
        while (at < to && !isReached(sells[at], buys[at])) {
            at++;
        }
        return at;
    }

    private boolean isReached(long sell, long buy) {
        return buy <= buyAtMost || buy >= buyAtLeast || sell <= sellAtMost || sell >= sellAtLeast;
    }

    void watch(List<WorkingOrder> orders, ExecutionModel.LimitFill limitFill) {
        clear();
        boolean queues = limitFill instanceof ExecutionModel.LimitFill.InQueue;
        watchesTrades = false;
        watches = !orders.isEmpty();
        long beyond = limitFill.equals(ExecutionModel.LimitFill.THROUGH) ? 1 : 0;
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            if (queues && order.rests()) {
                watchQueue(order);
            } else {
                watch(order, beyond);
            }
        }
    }

    private void watch(WorkingOrder order, long beyond) {
        int sign = order.side.sign();
        if (order.isAsleep()) {
            return;
        }
        if (order.actsAtAnyPrice()) {
            better(order.side, sign * Long.MAX_VALUE);
        } else if (order.triggered) {
            better(order.side, order.limitPrice - sign * beyond);
        } else if (order.type.trigger() == OrderType.Trigger.TOUCH) {
            better(order.side, order.triggerPrice);
        } else {
            worse(order.side, order.triggerPrice);
            if (order.type.trails()) {
                better(order.side, order.best - sign);
            }
        }
    }

    /// Acts at `price` or a better one for that side.
    private void better(Side side, long price) {
        if (side == Side.BUY) {
            buyAtMost = Math.max(buyAtMost, price);
        } else {
            sellAtLeast = Math.min(sellAtLeast, price);
        }
    }

    /// Acts at `price` or a worse one for that side.
    private void worse(Side side, long price) {
        if (side == Side.BUY) {
            buyAtLeast = Math.min(buyAtLeast, price);
        } else {
            sellAtMost = Math.max(sellAtMost, price);
        }
    }
}
