package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingSessionTimes;
import ai.backtestr.engine.number.FixedPoint;
import java.util.List;
import java.util.function.BiConsumer;

/// Decides which orders a quote fills, how much of them, and at which price. Engine thread only.
final class OrderFills {
    private final Instrument instrument;
    private final ExecutionModel model;
    private final CommissionModel commission;
    private final RandomStreams random;
    private final AverageRanges ranges;
    private final Executions executions;
    private final BiConsumer<WorkingOrder, OrderEvent> end;
    private final BiConsumer<WorkingOrder, Fill> effect;
    private final ContractValue value;
    private long takenFromAsk;
    private long takenFromBid;
    private long takenOfQuote;
    private long fillsOfUnknownSlippage;

    /// Hands ends of orders to `end` and fills to `effect`, both after they were booked.
    OrderFills(
            Instrument instrument,
            ExecutionModel model,
            CommissionModel commission,
            RandomStreams random,
            AverageRanges ranges,
            Executions executions,
            BiConsumer<WorkingOrder, OrderEvent> end,
            BiConsumer<WorkingOrder, Fill> effect) {
        this.instrument = instrument;
        this.model = model;
        this.commission = commission;
        this.random = random;
        this.ranges = ranges;
        this.executions = executions;
        this.end = end;
        this.effect = effect;
        this.value = new ContractValue(instrument);
    }

    void onQuote(List<WorkingOrder> orders, Market market) {
        offerAnew(market);
        int count = orders.size(); // those that a fill sets free come behind and wait for the next tick
        for (int i = 0; i < count; i++) {
            WorkingOrder order = orders.get(i);
            if (!order.isDone() && order.open() > 0) {
                meet(order, market);
            }
        }
    }

    private void offerAnew(Market market) {
        if (takenOfQuote != market.quoteNumber()) {
            takenOfQuote = market.quoteNumber();
            takenFromAsk = 0;
            takenFromBid = 0;
        }
    }

    /// Executes the orders for the close of a session at its last quote, which is the one that `market` shows.
    void onClose(List<WorkingOrder> orders, Market market, long closeNs) {
        offerAnew(market);
        int count = orders.size();
        for (int i = 0; i < count; i++) {
            WorkingOrder order = orders.get(i);
            if (!order.isDone() && order.open() > 0 && order.closesNs == closeNs) {
                close(order, market);
            }
        }
    }

    private void close(WorkingOrder order, Market market) {
        if (!sessionOf(order.closesNs - 1).contains(market.quoteNs())) {
            order.closesNs = sessionOf(order.closesNs).closeNs(); // there was no quote in this one
        } else if (market.timeNs() - market.quoteNs() > model.longestSilenceNs()) {
            refuse(order, market, "the market was silent for longer than it may be");
        } else {
            take(order, market.takerPrice(order.side), market);
            if (!order.isDone()) {
                cancel(order, market, "market-on-close: " + open(order) + " were not filled at the close");
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
        if (order.type == OrderType.MARKET_ON_OPEN && !order.met) {
            boolean open = sessionOf(market.timeNs()).contains(market.timeNs());
            order.opensNs = open ? 0 : instrument.calendar().nextOpen(market.timeNs());
        } else if (order.type == OrderType.MARKET_ON_CLOSE) {
            order.met = true;
            order.closesNs = sessionOf(market.timeNs()).closeNs();
        }
        return order.isAsleep();
    }

    private void meet(WorkingOrder order, Market market) {
        if (order.isAsleep() || waits(order, market)) {
            return;
        }
        long price = market.takerPrice(order.side);
        boolean first = !order.met;
        order.met = true;
        if (first && order.type == OrderType.MARKET && isLate(order, market)) {
            refuse(order, market, "the market was silent for longer than it may be");
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
            cancel(order, market, "immediate-or-cancel: " + open(order) + " were not filled at once");
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
        tell(order, new OrderEvent(market.timeNs(), OrderEvent.Kind.TRIGGERED, 0, price, ""));
        return true;
    }

    private void meetLimit(WorkingOrder order, long price, Market market) {
        if (!order.taking) {
            rest(order, price, market);
        } else if (!order.allows(price)) {
            order.taking = false;
        } else if (order.order.request().postOnly()) {
            refuse(order, market, "post-only, but " + instrument.formatPrice(price) + " would fill it at once");
        } else {
            take(order, price, market);
        }
    }

    private void rest(WorkingOrder order, long price, Market market) {
        boolean through = model.limitFill() == ExecutionModel.LimitFill.THROUGH;
        if (order.allows(price) && !(through && price == order.limitPrice)) {
            long fillPrice = through ? order.limitPrice : price;
            fill(order, fillableAt(order, market), fillPrice, fillPrice, true, market);
        }
    }

    private void take(WorkingOrder order, long price, Market market) {
        long quantity = fillableAt(order, market);
        if (quantity > 0) {
            fillsOfUnknownSlippage += model.slippage().isUnknown(market.takerSize(order.side), ranges) ? 1 : 0;
            fill(order, quantity, price, slipped(order, price, quantity, market), false, market);
        }
    }

    private long slipped(WorkingOrder order, long price, long quantity, Market market) {
        long units = model.slippage().units(price, quantity, market.takerSize(order.side), random, ranges);
        long worse = Math.max(1, price + order.side.sign() * units);
        return order.type.endsAsLimit() && !order.allows(worse) ? order.limitPrice : worse;
    }

    /// Returns how much of the order can be filled on this tick, 0 if it has ended for lack of a position to reduce
    /// or of liquidity.
    private long fillableAt(WorkingOrder order, Market market) {
        long open = order.open();
        if (order.order.request().reduceOnly()) {
            open = Math.min(open, executions.reducible(order.order));
            if (open == 0) {
                cancel(order, market, "reduce-only, but there is no position to reduce");
                return 0;
            }
        }
        long available = Math.min(open, available(order.side, market));
        if (order.mustFillWhole() && available < order.open()) {
            cancel(
                    order,
                    market,
                    "fill-or-kill: only " + instrument.formatQuantity(available) + " of " + open(order)
                            + " could be filled");
            return 0;
        }
        return available;
    }

    private String open(WorkingOrder order) {
        return instrument.formatQuantity(order.open());
    }

    private long available(Side side, Market market) {
        long size = market.takerSize(side);
        if (model.liquidity() == ExecutionModel.Liquidity.UNLIMITED || size == 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, size - (side == Side.BUY ? takenFromAsk : takenFromBid));
    }

    private void fill(WorkingOrder order, long quantity, long quotePrice, long price, boolean maker, Market market) {
        if (quantity == 0) {
            return;
        }
        String refusal = executions.refusal(order.order, quantity, price, market);
        if (refusal != null) {
            refuse(order, market, refusal);
            return;
        }
        if (order.side == Side.BUY) {
            takenFromAsk += quantity;
        } else {
            takenFromBid += quantity;
        }
        Fill fill = new Fill(
                market.timeNs(),
                order.id(),
                order.side,
                quantity,
                price,
                fee(order, quantity, price, maker),
                value.of(Math.abs(price - quotePrice), quantity),
                maker,
                order.order.request().ticket());
        order.filled += quantity;
        executions.book(fill);
        settle(order, fill);
    }

    private void settle(WorkingOrder order, Fill fill) {
        boolean complete = order.filled >= order.quantity;
        OrderEvent.Kind kind = complete ? OrderEvent.Kind.FILLED : OrderEvent.Kind.PARTIALLY_FILLED;
        OrderEvent event = new OrderEvent(fill.timeNs(), kind, fill.quantity(), fill.price(), "");
        if (complete) {
            end.accept(order, event);
        } else {
            tell(order, event);
        }
        effect.accept(order, fill);
        boolean spent = !order.isDone() && order.order.request().reduceOnly() && executions.reducible(order.order) == 0;
        if (spent) {
            end.accept(
                    order,
                    new OrderEvent(
                            fill.timeNs(), OrderEvent.Kind.CANCELLED, 0, 0, "reduce-only, and the position is closed"));
        }
    }

    private long fee(WorkingOrder order, long quantity, long price, boolean maker) {
        long notional = value.of(price, quantity);
        boolean first = order.filled == 0;
        order.plainFee = Math.addExact(
                order.plainFee,
                commission.on(notional, FixedPoint.toDecimal(quantity, instrument.quantityScale()), maker, first));
        long fee = Math.max(order.plainFee, commission.minimum()) - order.chargedFee;
        order.chargedFee += fee;
        return fee;
    }

    /// Ends an order that cannot be executed: rejected if nothing of it was, else cancelled.
    private void refuse(WorkingOrder order, Market market, String reason) {
        OrderEvent.Kind kind = order.filled == 0 ? OrderEvent.Kind.REJECTED : OrderEvent.Kind.CANCELLED;
        end.accept(order, new OrderEvent(market.timeNs(), kind, 0, 0, reason));
    }

    private void cancel(WorkingOrder order, Market market, String reason) {
        end.accept(order, new OrderEvent(market.timeNs(), OrderEvent.Kind.CANCELLED, 0, 0, reason));
    }

    ModelGaps gaps() {
        return new ModelGaps(fillsOfUnknownSlippage, 0);
    }

    private void tell(WorkingOrder order, OrderEvent event) {
        order.events.add(event);
        executions.onEvent(order.order, event);
    }
}
