package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills limit orders by their place in the queue at their price. Engine thread only.
final class QueueFills {
    private final Instrument instrument;
    private final ExecutionModel model;
    private final QueueModel queueModel;
    private final FillBooking booking;
    private long ordersOfUnknownQueue;

    QueueFills(Instrument instrument, ExecutionModel model, QueueModel queueModel, FillBooking booking) {
        this.instrument = instrument;
        this.model = model;
        this.queueModel = queueModel;
        this.booking = booking;
    }

    /// Returns how many orders stood at the best price while its size was not known.
    long ordersOfUnknownQueue() {
        return ordersOfUnknownQueue;
    }

    /// Fills orders in queues with a trade at `price`, where there are quotes.
    ///
    /// @param size what was traded; 0 where it is not known
    /// @param taker the side of whoever took; null where it is not known
    void onTrade(List<WorkingOrder> orders, long price, long size, @Nullable Side taker, Market market) {
        long left = model.liquidity() == ExecutionModel.Liquidity.UNLIMITED || size == 0 ? Long.MAX_VALUE : size;
        long ownAtPrice = 0; // own orders stand behind each other
        int count = orders.size();
        for (int i = 0; i < count; i++) {
            WorkingOrder order = orders.get(i);
            QueuePosition queue = order.queue;
            if (queue != null && !order.isDone() && order.open() > 0) {
                long reached = reachedBy(order, queue, price, size, taker) - ownAtPrice;
                long before = order.filled;
                if (reached > 0 && left > 0) {
                    fillInTurn(order, Math.min(reached, left), market);
                }
                left -= order.filled - before;
                ownAtPrice += price == order.limitPrice ? order.filled - before : 0;
            }
        }
    }

    private static long reachedBy(
            WorkingOrder order, QueuePosition queue, long price, long size, @Nullable Side taker) {
        if (price == order.limitPrice) {
            return taker == order.side ? 0 : queue.onTrade(size);
        }
        return order.isAtOrBeyond(order.limitPrice, price) ? Long.MAX_VALUE : 0;
    }

    private void fillInTurn(WorkingOrder order, long most, Market market) {
        long open = booking.reducible(order, market);
        boolean whole = model.liquidity() == ExecutionModel.Liquidity.UNLIMITED;
        booking.fill(order, whole ? open : Math.min(open, most), order.limitPrice, order.limitPrice, true, market);
    }

    /// Puts an order that begins to rest behind all that its price shows; it is refused where there are no quotes.
    void enter(WorkingOrder order, Market market) {
        if (!market.isQuoted()) {
            booking.refuse(
                    order, market, "there is no queue to rest in without quotes; fill limits by touch or through");
            return;
        }
        order.queue = new QueuePosition(
                queueModel,
                FixedPoint.powerOfTen(instrument.quantityScale()),
                instrument.contract().quantityStep());
        seeQueue(order, order.queue, market);
    }

    /// Has an order in the queue meet a quote; `price` is what it would take.
    void rest(WorkingOrder order, long price, Market market) {
        if (order.queue == null) {
            enter(order, market); // it went to the end
        }
        QueuePosition queue = order.queue;
        if (queue != null && order.allows(price)) {
            queue.onSize(0); // whoever was in front was filled
            booking.fill(order, booking.fillableAt(order, market), order.limitPrice, order.limitPrice, true, market);
        } else if (queue != null) {
            seeQueue(order, queue, market);
        }
    }

    private void seeQueue(WorkingOrder order, QueuePosition queue, Market market) {
        long best = market.makerPrice(order.side);
        if (!market.isSoundQuote()) {
            return;
        }
        if (best == order.limitPrice) {
            seeSize(order, queue, market.makerSize(order.side));
        } else if (order.isAtOrBeyond(order.limitPrice, best)) {
            queue.onSize(0); // nobody else is at its price
        }
    }

    private void seeSize(WorkingOrder order, QueuePosition queue, long size) {
        if (size > 0) {
            queue.onSize(size);
        } else if (!queue.isKnown() && !order.lacksQueue) {
            order.lacksQueue = true;
            ordersOfUnknownQueue++;
        }
    }
}
