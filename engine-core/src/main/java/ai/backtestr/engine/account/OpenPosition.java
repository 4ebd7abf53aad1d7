package ai.backtestr.engine.account;

import ai.backtestr.engine.order.Side;

/// A quantity that was entered and not left yet.
///
/// @param ticket the order that entered it
/// @param side the way of the entry
/// @param quantity above 0, at the instrument's quantity scale
/// @param entryNs time of the entry, nanoseconds since the epoch, UTC
/// @param entryPrice at the instrument's price scale
public record OpenPosition(long ticket, Side side, long quantity, long entryNs, long entryPrice) {}
