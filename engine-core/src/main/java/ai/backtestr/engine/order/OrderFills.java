package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingSessionTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides which orders a quote fills, and at which price. Engine thread only.
final class OrderFills {
    private final Instrument instrument;
    private final ExecutionModel model;
    private final RandomStreams random;
    private final AverageRanges ranges;
    private final FillBooking booking;
    private final @Nullable QueueFills queues;
    private @Nullable BarSessions bars;
    private long fillsOfUnknownSlippage;

    OrderFills(
            Instrument instrument,
            ExecutionModel model,
            RandomStreams random,
            AverageRanges ranges,
            FillBooking booking) {
        this.instrument = instrument;
        this.model = model;
        this.random = random;
        this.ranges = ranges;
        this.booking = booking;
        QueueModel queue = model.queue();
        queues = queue == null ? null : new QueueFills(instrument, model, queue, booking);
    }

    /// Has sessions taken from bars.
    void onBars(BarSessions sessions) {
        bars = sessions;
    }

    void onQuote(List<WorkingOrder> orders, Market market) {
        booking.offerAnew(market);
        int count = orders.size(); // those that a fill sets free come behind and wait for the next tick
        for (int i = 0; i < count; i++) {
            WorkingOrder order = orders.get(i);
            if (!order.isDone() && order.open() > 0) {
                meet(order, market);
            }
        }
    }

    /// Executes the orders for the close of a session at its last quote, which is the one that `market` shows.
    void onClose(List<WorkingOrder> orders, Market market, long closeNs) {
        booking.offerAnew(market);
        int count = orders.size();
        for (int i = 0; i < count; i++) {
            WorkingOrder order = orders.get(i);
            if (!order.isDone() && order.open() > 0 && order.closesNs == closeNs) {
                close(order, market);
            }
        }
    }

    private void close(WorkingOrder order, Market market) {
        if (bars == null && !sessionOf(order.closesNs - 1).contains(market.quoteNs())) {
            order.closesNs = sessionOf(order.closesNs).closeNs(); // there was no quote in this one
        } else if (market.timeNs() - market.quoteNs() > model.longestSilenceNs()) {
            booking.refuse(order, market, "the market was silent for longer than it may be");
        } else {
            take(order, market.takerPrice(order.side), market);
            if (!order.isDone()) {
                booking.cancel(
                        order, market, "market-on-close: " + booking.open(order) + " were not filled at the close");
            }
        }
    }

    private TradingSessionTimes sessionOf(long timeNs) {
        return instrument.calendar().sessionClosingAfter(timeNs);
    }

    /// Sends an order for the open or the close to sleep until then.
    ///
    /// @return whether it waits
    private boolean waits(WorkingOrder order, Market market) {
        if (order.type == OrderType.MARKET_ON_OPEN && !order.met && bars == null) {
            boolean open = sessionOf(market.timeNs()).contains(market.timeNs());
            order.opensNs = open ? 0 : instrument.calendar().nextOpen(market.timeNs());
        } else if (order.type == OrderType.MARKET_ON_CLOSE) {
            order.met = true;
            order.closesNs = bars == null ? sessionOf(market.timeNs()).closeNs() : bars.nextClose(market.timeNs());
        }
        return order.isAsleep();
    }

    /// Fills orders in queues with a trade at `price`, where there are quotes.
    ///
    /// @param size what was traded; 0 where it is not known
    /// @param taker the side of whoever took; null where it is not known
    void onTrade(List<WorkingOrder> orders, long price, long size, @Nullable Side taker, Market market) {
        if (queues != null) {
            queues.onTrade(orders, price, size, taker, market);
        }
    }

    private void meet(WorkingOrder order, Market market) {
        if (order.isAsleep() || waits(order, market)) {
            return;
        }
        long price = market.takerPrice(order.side);
        boolean first = !order.met;
        order.met = true;
        if (first && order.type == OrderType.MARKET && isLate(order, market)) {
            booking.refuse(order, market, "the market was silent for longer than it may be");
            return;
        }
        if (!order.triggered && !trigger(order, price, market)) {
            return;
        }
        if (order.type.endsAsLimit()) {
            meetLimit(order, price, market);
        } else {
            take(order, price, market);
        }
        if (order.isImmediate() && !order.isDone()) {
            booking.cancel(order, market, "immediate-or-cancel: " + booking.open(order) + " were not filled at once");
        }
    }

    private boolean isLate(WorkingOrder order, Market market) {
        return market.timeNs() - order.arrivalNs > model.longestSilenceNs();
    }

    private boolean trigger(WorkingOrder order, long price, Market market) {
        if (order.type.trails() && order.best == 0) {
            order.follow(price, ranges);
        }
        if (!order.isTriggeredBy(price)) {
            if (order.type.trails()) {
                order.follow(price, ranges);
            }
            return false;
        }
        order.triggered = true;
        booking.tell(order, new OrderEvent(market.timeNs(), OrderEvent.Kind.TRIGGERED, 0, price, ""));
        return true;
    }

    private void meetLimit(WorkingOrder order, long price, Market market) {
        if (!order.taking) {
            rest(order, price, market);
        } else if (!order.allows(price)) {
            order.taking = false;
            if (queues != null) {
                queues.enter(order, market);
            }
        } else if (order.order.request().postOnly()) {
            booking.refuse(order, market, "post-only, but " + instrument.formatPrice(price) + " would fill it at once");
        } else {
            take(order, price, market);
        }
    }

    private void rest(WorkingOrder order, long price, Market market) {
        if (queues != null) {
            queues.rest(order, price, market);
            return;
        }
        boolean through = model.limitFill().equals(ExecutionModel.LimitFill.THROUGH);
        if (order.allows(price) && !(through && price == order.limitPrice)) {
            long fillPrice = through ? order.limitPrice : price;
            booking.fill(order, booking.fillableAt(order, market), fillPrice, fillPrice, true, market);
        }
    }

    private void take(WorkingOrder order, long price, Market market) {
        long quantity = booking.fillableAt(order, market);
        if (quantity > 0) {
            fillsOfUnknownSlippage += model.slippage().isUnknown(market.takerSize(order.side), ranges) ? 1 : 0;
            booking.fill(order, quantity, price, slipped(order, price, quantity, market), false, market);
        }
    }

    private long slipped(WorkingOrder order, long price, long quantity, Market market) {
        long units = model.slippage().units(price, quantity, market.takerSize(order.side), random, ranges);
        long worse = Math.max(1, price + order.side.sign() * units);
        return order.type.endsAsLimit() && !order.allows(worse) ? order.limitPrice : worse;
    }

    ModelGaps gaps() {
        return new ModelGaps(fillsOfUnknownSlippage, queues == null ? 0 : queues.ordersOfUnknownQueue());
    }
}
