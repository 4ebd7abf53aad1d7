package ai.backtestr.engine.order;

/// An order's execution.
///
/// @param timeNs time of the tick it was filled on, nanoseconds since the epoch, UTC
/// @param orderId the order
/// @param side buy or sell
/// @param quantity how much, above 0, at the instrument's quantity scale
/// @param price at which price, slippage included, at the instrument's price scale
/// @param fee commission paid, as [ai.backtestr.engine.number.Money] in the account's currency; below 0 if it was a
///     rebate
/// @param slippage what slippage cost, as [ai.backtestr.engine.number.Money] in the instrument's quote currency; it
///     is in the price already
/// @param maker whether the order stood in the market before and was traded against
/// @param ticket the order whose position this closes, in an account that keeps positions apart; else 0
public record Fill(
        long timeNs,
        long orderId,
        Side side,
        long quantity,
        long price,
        long fee,
        long slippage,
        boolean maker,
        long ticket) {

    /// Takes the price of the tick, without slippage.
    public Fill(long timeNs, long orderId, Side side, long quantity, long price, long fee) {
        this(timeNs, orderId, side, quantity, price, fee, 0, false, 0);
    }
}
