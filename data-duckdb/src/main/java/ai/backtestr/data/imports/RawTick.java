package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// One row as a tick, still without a common scale; of a trade `bid` is the price and `bidSize` the size. One
/// object takes row after row. Used by one thread.
final class RawTick {
    final DecimalField bid;
    final DecimalField ask;
    final DecimalField bidSize;
    final DecimalField askSize;

    /// The line it begins on, or the number of the record, from 1.
    long line;

    /// Nanoseconds since the epoch, UTC.
    long timeNs;

    /// What its time counted, `null` if it was no count.
    @Nullable
    EpochUnit unit;

    boolean quote;

    /// The aggressor bits of a trade.
    byte aggressor;

    /// Why the row is no tick; empty if it is one.
    String reason = "";

    RawTick(char point) {
        bid = new DecimalField(point);
        ask = new DecimalField(point);
        bidSize = new DecimalField(point);
        askSize = new DecimalField(point);
    }

    /// The most decimals that any of its prices needs.
    int priceDecimals() {
        return quote ? Math.max(bid.decimals(), ask.decimals()) : bid.decimals();
    }

    /// The most decimals that any of its quantities needs.
    int quantityDecimals() {
        return quote ? Math.max(bidSize.decimals(), askSize.decimals()) : bidSize.decimals();
    }
}
