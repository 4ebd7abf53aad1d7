package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import java.util.function.BiConsumer;

/// Works out how much of an order can be filled, and books fills and ends. Engine thread only.
final class FillBooking {
    private final Instrument instrument;
    private final ExecutionModel model;
    private final CommissionModel commission;
    private final Executions executions;
    private final BiConsumer<WorkingOrder, OrderEvent> end;
    private final BiConsumer<WorkingOrder, Fill> effect;
    private final ContractValue value;
    private long takenFromAsk;
    private long takenFromBid;
    private long takenOfQuote;

    /// Hands ends of orders to `end` and fills to `effect`, both after they were booked.
    FillBooking(
            Instrument instrument,
            ExecutionModel model,
            CommissionModel commission,
            Executions executions,
            BiConsumer<WorkingOrder, OrderEvent> end,
            BiConsumer<WorkingOrder, Fill> effect) {
        this.instrument = instrument;
        this.model = model;
        this.commission = commission;
        this.executions = executions;
        this.end = end;
        this.effect = effect;
        this.value = new ContractValue(instrument);
    }

    /// Offers the sizes of the quote, if it is another than the last.
    void offerAnew(Market market) {
        if (takenOfQuote != market.quoteNumber()) {
            takenOfQuote = market.quoteNumber();
            takenFromAsk = 0;
            takenFromBid = 0;
        }
    }

    /// Returns how much of the order can be filled on this tick, 0 if it has ended for lack of a position to reduce
    /// or of liquidity.
    long fillableAt(WorkingOrder order, Market market) {
        long open = reducible(order, market);
        if (open == 0) {
            return 0;
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

    /// Returns how much of the order is open, of one that only reduces no more than there is to reduce; 0 if it has
    /// ended for lack of that.
    long reducible(WorkingOrder order, Market market) {
        if (!order.order.request().reduceOnly()) {
            return order.open();
        }
        long open = Math.min(order.open(), executions.reducible(order.order));
        if (open == 0) {
            cancel(order, market, "reduce-only, but there is no position to reduce");
        }
        return open;
    }

    String open(WorkingOrder order) {
        return instrument.formatQuantity(order.open());
    }

    private long available(Side side, Market market) {
        long size = market.takerSize(side);
        if (model.liquidity() == ExecutionModel.Liquidity.UNLIMITED || size == 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, size - (side == Side.BUY ? takenFromAsk : takenFromBid));
    }

    void fill(WorkingOrder order, long quantity, long quotePrice, long price, boolean maker, Market market) {
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
        long notional = executions.inAccountCurrency(value.of(price, quantity));
        boolean first = order.filled == 0;
        order.plainFee = Math.addExact(
                order.plainFee,
                commission.on(notional, FixedPoint.toDecimal(quantity, instrument.quantityScale()), maker, first));
        long fee = Math.max(order.plainFee, commission.minimum()) - order.chargedFee;
        order.chargedFee += fee;
        return fee;
    }

    /// Ends an order that cannot be executed: rejected if nothing of it was, else cancelled.
    void refuse(WorkingOrder order, Market market, String reason) {
        OrderEvent.Kind kind = order.filled == 0 ? OrderEvent.Kind.REJECTED : OrderEvent.Kind.CANCELLED;
        end.accept(order, new OrderEvent(market.timeNs(), kind, 0, 0, reason));
    }

    void cancel(WorkingOrder order, Market market, String reason) {
        end.accept(order, new OrderEvent(market.timeNs(), OrderEvent.Kind.CANCELLED, 0, 0, reason));
    }

    void tell(WorkingOrder order, OrderEvent event) {
        order.events.add(event);
        executions.onEvent(order.order, event);
    }
}
