package ai.backtestr.engine.explanation;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.order.Side;
import java.util.Optional;

/// The rule that a fill was made by, in words.
final class FillRule {
    private FillRule() {}

    static String of(Fill fill, OrderLife life, ExecutionModel model) {
        OrderType type = life.order().request().type();
        String side = fill.side() == Side.BUY ? "a buyer pays the ask" : "a seller gets the bid";
        if (fill.maker()) {
            return resting(fill, model);
        }
        return switch (type) {
            case MARKET ->
                "Market order: takes the first quote after it reached the market, on the side it crosses; " + side
                        + ".";
            case MARKET_ON_OPEN ->
                "Market on open: takes the first quote of the first session that opens after it reached the market; "
                        + side + ".";
            case MARKET_ON_CLOSE ->
                "Market on close: takes the last quote of the session, at the time of the close; " + side + ".";
            case LIMIT ->
                "Limit order that the market met when it reached it: takes the quote, which is at the limit or better; "
                        + side + ".";
            case STOP, TRAILING_STOP ->
                "Stop: triggered once the side it crosses had reached it, and filled on the same tick at the price"
                        + " there was, gap included; " + side + ".";
            case MARKET_IF_TOUCHED ->
                "Market if touched: triggered once the side it crosses was as good as its price, and filled on the same"
                        + " tick; " + side + ".";
            case STOP_LIMIT, TRAILING_STOP_LIMIT, LIMIT_IF_TOUCHED ->
                "Became a limit order when triggered, and the quote was within its limit: takes it; " + side + ".";
        };
    }

    private static String resting(Fill fill, ExecutionModel model) {
        String other = fill.side() == Side.BUY ? "ask" : "bid";
        if (model.limitFill() instanceof ExecutionModel.LimitFill.InQueue) {
            return "Resting limit, filled by its place in the queue: what was in front of it at its price had been traded"
                    + " or had left, by the queue model, or the " + other + " reached it.";
        }
        return model.limitFill().equals(ExecutionModel.LimitFill.TOUCH)
                ? "Resting limit, filled on touch: the " + other + " reached it, and it was filled at that " + other
                        + "."
                : "Resting limit, filled when passed: the " + other
                        + " went beyond it, and it was filled at its limit.";
    }

    /// Returns how far the price was beyond the one that the order waited for, in words; empty where it waited for
    /// none or it cannot be known any more.
    static Optional<String> gap(Fill fill, OrderLife life, long quotePrice, Instrument instrument) {
        OrderRequest request = life.order().request();
        if (!isUnchanged(life)) {
            return Optional.empty();
        }
        if (request.triggerPrice() != 0) {
            long beyond = Math.abs(quotePrice - request.triggerPrice());
            return Optional.of(
                    beyond == 0
                            ? "none: the quote was at the trigger, " + instrument.formatPrice(request.triggerPrice())
                            : instrument.formatPrice(beyond) + " between the trigger, "
                                    + instrument.formatPrice(request.triggerPrice()) + ", and the quote");
        }
        if (request.limitPrice() != 0) {
            long better = fill.side().sign() * (request.limitPrice() - fill.price());
            return Optional.of(
                    better == 0
                            ? "none: filled at the limit, " + instrument.formatPrice(request.limitPrice())
                            : instrument.formatPrice(better) + " better than the limit, "
                                    + instrument.formatPrice(request.limitPrice()));
        }
        return Optional.empty();
    }

    /// Tells whether prices and quantity are those that were asked for at first.
    static boolean isUnchanged(OrderLife life) {
        return life.events().stream().noneMatch(event -> event.kind() == OrderEvent.Kind.MODIFIED);
    }
}
