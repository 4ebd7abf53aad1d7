package ai.backtestr.engine.order;

/// The best prices as an order meets them. Engine thread only.
///
/// Quotes set both sides. Trades set them only as long as no quote was seen: of an instrument recorded as trades
/// alone, the last trade is the price on both sides.
public final class Market {
    private long timeNs = Long.MIN_VALUE;
    private long bid;
    private long ask;
    private boolean quoted;

    /// Knows no price yet.
    public Market() {}

    /// Takes in a tick.
    ///
    /// @return whether orders can be executed against it
    public boolean onTick(long tickNs, long tickBid, long tickAsk, boolean isTrade) {
        timeNs = tickNs;
        if (isTrade && quoted) {
            return false;
        }
        quoted = !isTrade;
        bid = tickBid;
        ask = tickAsk;
        return true;
    }

    /// Returns the time of the last tick, nanoseconds since the epoch, UTC.
    public long timeNs() {
        return timeNs;
    }

    /// Returns the bid, at the instrument's price scale.
    public long bid() {
        return bid;
    }

    /// Returns the ask, at the instrument's price scale.
    public long ask() {
        return ask;
    }

    /// Returns the price that a market order of that side is filled at: a buyer pays the ask, a seller gets the
    /// bid. Of a crossed quote each gets the worse side, since nobody could have traded at the better one.
    public long takerPrice(Side side) {
        return side == Side.BUY ? Math.max(bid, ask) : Math.min(bid, ask);
    }

    /// Returns the price that a position is worth: what closing it now would get.
    public long markPrice(long position) {
        return position >= 0 ? takerPrice(Side.SELL) : takerPrice(Side.BUY);
    }
}
