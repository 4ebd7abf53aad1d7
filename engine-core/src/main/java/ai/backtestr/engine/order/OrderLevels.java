package ai.backtestr.engine.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// At which prices the orders that stand would act if the price moved in a straight line, for data that says how
/// far a price went and not on which way. Prices are those of the data, which lie between bid and ask where the run
/// has a spread of its own. A view of the matcher's orders; engine thread only.
public final class OrderLevels {
    /// No price.
    public static final long NONE = 0;

    private final List<WorkingOrder> working;
    private final long beyond;
    private final long askAbove;
    private final long bidBelow;

    OrderLevels(List<WorkingOrder> working, ExecutionModel model) {
        this.working = working;
        beyond = model.limitFill().equals(ExecutionModel.LimitFill.THROUGH) ? 1 : 0;
        // As Market lays the spread around a price: where it is odd, both sides go down by half a unit.
        long spread = model.spread().units(0);
        askAbove = Math.floorDiv(spread, 2);
        bidBelow = spread - askAbove;
    }

    /// Returns the price next to `from` on the way to `to` at which an order acts, `to` included and `from` not;
    /// [#NONE] if none does. That a trailing stop follows is no act of its own.
    public long next(long from, long to) {
        WorkingOrder order = nextOrder(from, to);
        return order == null ? NONE : price(order);
    }

    private @Nullable WorkingOrder nextOrder(long from, long to) {
        boolean rising = to > from;
        WorkingOrder nearest = null;
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            boolean acts = !order.isAsleep() && actsWhenRising(order) == rising && isWithin(price(order), from, to);
            if (acts && (nearest == null || isNearer(price(order), price(nearest), rising))) {
                nearest = order;
            }
        }
        return nearest;
    }

    private static boolean isNearer(long price, long than, boolean rising) {
        return rising ? price < than : price > than;
    }

    /// Returns the side of the order that acts closest to `from` on the ways to `low` and to `high`, the lower of
    /// two as close; null if none acts.
    public @Nullable Side nearestSide(long from, long low, long high) {
        WorkingOrder below = nextOrder(from, low);
        WorkingOrder above = nextOrder(from, high);
        if (below == null || above == null) {
            WorkingOrder only = below == null ? above : below;
            return only == null ? null : only.side;
        }
        return from - price(below) <= price(above) - from ? below.side : above.side;
    }

    private static boolean isWithin(long price, long from, long to) {
        return to > from ? price > from && price <= to : price < from && price >= to;
    }

    /// Tells whether an order acts, or a trailing stop follows, on the way from `from` to `to`.
    public boolean changesOnWay(long from, long to) {
        return next(from, to) != NONE || followsOnWay(from, to);
    }

    /// Tells whether a trailing stop follows the price on the way from `from` to `to`.
    public boolean followsOnWay(long from, long to) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            boolean follows =
                    order.type.trails() && !order.triggered && order.side == (to > from ? Side.SELL : Side.BUY);
            if (follows && isWithin(ofData(order, order.best - order.side.sign()), from, to)) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether a trailing stop acts at that price.
    public boolean trailActsAt(long price) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.type.trails() && !order.triggered && ofData(order, order.triggerPrice) == price) {
                return true;
            }
        }
        return false;
    }

    /// The price, bid or ask, at which it acts.
    private long actsAt(WorkingOrder order) {
        return order.triggered ? order.limitPrice - order.side.sign() * beyond : order.triggerPrice;
    }

    /// Whether it waits for a higher price: a buyer's stop and a seller's limit or touch do.
    private static boolean actsWhenRising(WorkingOrder order) {
        boolean favourable = order.triggered || order.type.trigger() == OrderType.Trigger.TOUCH;
        return (order.side == Side.BUY) != favourable;
    }

    private long price(WorkingOrder order) {
        return ofData(order, actsAt(order));
    }

    private long ofData(WorkingOrder order, long bidOrAsk) {
        if (order.isDone()) {
            return NONE;
        }
        return order.side == Side.BUY ? bidOrAsk - askAbove : bidOrAsk + bidBelow;
    }
}
