package ai.backtestr.engine.account;

import ai.backtestr.engine.order.Side;

/// A closed round trip: a quantity that was entered at one price and left at another. A position that is closed in
/// parts gives several, first in, first out.
///
/// @param number from 1, in the order of closing
/// @param side the way of the entry: a long trade buys first
/// @param quantity above 0, at the instrument's quantity scale
/// @param entryNs time of the entry, nanoseconds since the epoch, UTC
/// @param entryPrice at the instrument's price scale
/// @param exitNs time of the exit
/// @param exitPrice at the instrument's price scale
/// @param fees commission of both ends, as [ai.backtestr.engine.number.Money]
/// @param profit what it earned after fees and swap, as [ai.backtestr.engine.number.Money]
/// @param swap what holding it over night earned, or cost where it is below 0
/// @param ticket the order that entered it
/// @param lowestPrice the lowest price at which it could have been closed while it was open, on every tick from
///     that of its entry to the one before its exit, the prices of both included
/// @param highestPrice the highest of these
public record Trade(
        int number,
        Side side,
        long quantity,
        long entryNs,
        long entryPrice,
        long exitNs,
        long exitPrice,
        long fees,
        long profit,
        long swap,
        long ticket,
        long lowestPrice,
        long highestPrice) {

    /// A trade whose price never left the range of its entry and its exit.
    public Trade(
            int number,
            Side side,
            long quantity,
            long entryNs,
            long entryPrice,
            long exitNs,
            long exitPrice,
            long fees,
            long profit,
            long swap,
            long ticket) {
        this(
                number,
                side,
                quantity,
                entryNs,
                entryPrice,
                exitNs,
                exitPrice,
                fees,
                profit,
                swap,
                ticket,
                Math.min(entryPrice, exitPrice),
                Math.max(entryPrice, exitPrice));
    }

    /// Returns how far the price went against the trade, at the instrument's price scale, not below 0.
    public long adverseExcursion() {
        return side == Side.BUY ? entryPrice - lowestPrice : highestPrice - entryPrice;
    }

    /// Returns how far the price went in favour of the trade, at the instrument's price scale, not below 0.
    public long favourableExcursion() {
        return side == Side.BUY ? highestPrice - entryPrice : entryPrice - lowestPrice;
    }
}
