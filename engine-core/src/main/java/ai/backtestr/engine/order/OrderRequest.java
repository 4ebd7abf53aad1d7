package ai.backtestr.engine.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a strategy wants done. Made by the method named after its type and narrowed by those that return a copy:
///
/// ```java
/// OrderRequest.limit(Side.BUY, 1_000, 107_120).day().asPostOnly()
/// ```
///
/// All prices are at the instrument's price scale, quantities at its quantity scale.
///
/// @param type when it acts
/// @param side buy or sell
/// @param quantity above 0
/// @param triggerPrice the stop or the touch; 0 for types without
/// @param limitPrice 0 for types without
/// @param trail how a trailing stop follows; null for other types
/// @param limitOffset how far beyond its stop the limit of a trailing stop-limit is, 0 or above
/// @param timeInForce how long it stands
/// @param goodTillNs when it ends, nanoseconds since the epoch, UTC; 0 unless good till a date
/// @param postOnly whether it is refused where it would trade at once
/// @param reduceOnly whether it may only make a position smaller
/// @param ticket the order that opened the position to be closed, in an account that keeps positions apart; else 0
public record OrderRequest(
        OrderType type,
        Side side,
        long quantity,
        long triggerPrice,
        long limitPrice,
        @Nullable Trail trail,
        long limitOffset,
        TimeInForce timeInForce,
        long goodTillNs,
        boolean postOnly,
        boolean reduceOnly,
        long ticket) {

    public OrderRequest {
        require(quantity > 0, "an order needs a quantity above 0, not " + quantity);
        require(triggerPrice > 0 == type.hasTriggerPrice(), type + " order: trigger price " + triggerPrice);
        require(limitPrice > 0 == type.hasLimitPrice(), type + " order: limit price " + limitPrice);
        require(triggerPrice >= 0 && limitPrice >= 0, type + " order: a price is below 0");
        require((trail != null) == type.trails(), type + " order: trail " + trail);
        require(
                limitOffset >= 0 && (limitOffset == 0 || type == OrderType.TRAILING_STOP_LIMIT),
                type + " order: limit offset " + limitOffset);
        require(
                goodTillNs != 0 == (timeInForce == TimeInForce.GOOD_TILL_DATE),
                timeInForce + " order: good till " + goodTillNs);
        require(
                !postOnly || (type == OrderType.LIMIT && !timeInForce.isImmediate()),
                "only a limit order that may wait can be post-only, not one of type " + type + ", " + timeInForce);
        require(ticket >= 0, "ticket " + ticket + " is below 0");
        require(ticket == 0 || reduceOnly, "an order that closes a ticket is reduce-only");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Trades at once at the price that is there.
    public static OrderRequest market(Side side, long quantity) {
        return plain(OrderType.MARKET, side, quantity, 0, 0);
    }

    /// Trades at the first price of the first session that opens after it has reached the market.
    public static OrderRequest marketOnOpen(Side side, long quantity) {
        return plain(OrderType.MARKET_ON_OPEN, side, quantity, 0, 0);
    }

    /// Trades at the last price of the session in which it meets a quote.
    public static OrderRequest marketOnClose(Side side, long quantity) {
        return plain(OrderType.MARKET_ON_CLOSE, side, quantity, 0, 0);
    }

    /// Trades at `price` or better.
    public static OrderRequest limit(Side side, long quantity, long price) {
        return plain(OrderType.LIMIT, side, quantity, 0, price);
    }

    /// Trades at the market once a buyer pays `stop` or more, or a seller gets `stop` or less.
    public static OrderRequest stop(Side side, long quantity, long stop) {
        return plain(OrderType.STOP, side, quantity, stop, 0);
    }

    /// Becomes a limit order at `limit` once the price has reached `stop`.
    public static OrderRequest stopLimit(Side side, long quantity, long stop, long limit) {
        return plain(OrderType.STOP_LIMIT, side, quantity, stop, limit);
    }

    /// Trades at the market once a buyer pays `touch` or less, or a seller gets `touch` or more.
    public static OrderRequest marketIfTouched(Side side, long quantity, long touch) {
        return plain(OrderType.MARKET_IF_TOUCHED, side, quantity, touch, 0);
    }

    /// Becomes a limit order at `limit` once the price is as good as `touch`.
    public static OrderRequest limitIfTouched(Side side, long quantity, long touch, long limit) {
        return plain(OrderType.LIMIT_IF_TOUCHED, side, quantity, touch, limit);
    }

    /// Trades at the market once the price has come back from its best by `offset`.
    public static OrderRequest trailingStop(Side side, long quantity, long offset) {
        return trailing(OrderType.TRAILING_STOP, side, quantity, new Trail.Offset(offset), 0);
    }

    /// Trades at the market once the price has come back from its best by `percent` of it.
    public static OrderRequest trailingStopPercent(Side side, long quantity, BigDecimal percent) {
        return trailing(OrderType.TRAILING_STOP, side, quantity, Trail.percent(percent), 0);
    }

    /// Trades at the market once the price has come back from its best by what `trail` says.
    public static OrderRequest trailingStop(Side side, long quantity, Trail trail) {
        return trailing(OrderType.TRAILING_STOP, side, quantity, trail, 0);
    }

    /// Becomes a limit order once the price has come back from its best by what `trail` says; its limit is
    /// `limitOffset` beyond the stop, on the side that makes it fill.
    public static OrderRequest trailingStopLimit(Side side, long quantity, Trail trail, long limitOffset) {
        return trailing(OrderType.TRAILING_STOP_LIMIT, side, quantity, trail, limitOffset);
    }

    private static OrderRequest plain(OrderType type, Side side, long quantity, long trigger, long limit) {
        return new OrderRequest(
                type, side, quantity, trigger, limit, null, 0, TimeInForce.GOOD_TILL_CANCELLED, 0, false, false, 0);
    }

    private static OrderRequest trailing(OrderType type, Side side, long quantity, Trail trail, long limitOffset) {
        return new OrderRequest(
                type, side, quantity, 0, 0, trail, limitOffset, TimeInForce.GOOD_TILL_CANCELLED, 0, false, false, 0);
    }

    /// Ends with the instrument's trading day.
    public OrderRequest day() {
        return lasting(TimeInForce.DAY, 0);
    }

    /// Ends at `timeNs`, nanoseconds since the epoch, UTC.
    public OrderRequest goodTill(long timeNs) {
        return lasting(TimeInForce.GOOD_TILL_DATE, timeNs);
    }

    /// Cancels what the first tick does not fill.
    public OrderRequest immediateOrCancel() {
        return lasting(TimeInForce.IMMEDIATE_OR_CANCEL, 0);
    }

    /// Is filled by the first tick as a whole, or not at all.
    public OrderRequest fillOrKill() {
        return lasting(TimeInForce.FILL_OR_KILL, 0);
    }

    private OrderRequest lasting(TimeInForce force, long tillNs) {
        return new OrderRequest(
                type,
                side,
                quantity,
                triggerPrice,
                limitPrice,
                trail,
                limitOffset,
                force,
                tillNs,
                postOnly,
                reduceOnly,
                ticket);
    }

    /// Is refused where it would trade at once.
    public OrderRequest asPostOnly() {
        return flagged(true, reduceOnly, ticket);
    }

    /// May only make a position smaller; what is more than the position is cancelled.
    public OrderRequest asReduceOnly() {
        return flagged(postOnly, true, ticket);
    }

    /// Closes the position that order `openedBy` opened, in an account that keeps positions apart.
    public OrderRequest closing(long openedBy) {
        return flagged(postOnly, true, openedBy);
    }

    private OrderRequest flagged(boolean post, boolean reduce, long closes) {
        return new OrderRequest(
                type,
                side,
                quantity,
                triggerPrice,
                limitPrice,
                trail,
                limitOffset,
                timeInForce,
                goodTillNs,
                post,
                reduce,
                closes);
    }
}
