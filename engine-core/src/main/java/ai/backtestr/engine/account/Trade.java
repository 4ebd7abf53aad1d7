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
        long ticket) {}
