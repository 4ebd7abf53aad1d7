package ai.backtestr.engine.order;

/// The best prices as an order meets them, with the spread that the run's model gives them. Engine thread only.
///
/// Quotes set both sides. Trades set them only as long as no quote was seen: of an instrument recorded as trades
/// alone, the last trade is the price on both sides.
public final class Market {
    private final SpreadModel spread;
    private final boolean recordedSpread;
    private long timeNs = Long.MIN_VALUE;
    private long bid;
    private long ask;
    private long bidSize;
    private long askSize;
    private boolean quoted;
    private long quoteNs = Long.MIN_VALUE;
    private long quoteNumber;

    /// Knows no price yet, and will take the recorded spread.
    public Market() {
        this(new SpreadModel.FromData());
    }

    /// Knows no price yet.
    public Market(SpreadModel spread) {
        this.spread = spread;
        this.recordedSpread = spread instanceof SpreadModel.FromData;
    }

    /// Takes in a tick.
    ///
    /// @return whether orders can be executed against it
    public boolean onTick(long tickNs, long tickBid, long tickAsk, boolean isTrade) {
        timeNs = tickNs;
        if (isTrade && quoted) {
            return false;
        }
        quoted = !isTrade;
        quoteNs = tickNs;
        quoteNumber++;
        bid = tickBid;
        ask = tickAsk;
        if (!recordedSpread) {
            respread();
        }
        return true;
    }

    /// Lets time come to `newNs`, between two ticks; the quote stays as it is.
    void toTime(long newNs) {
        timeNs = newNs;
    }

    /// Returns the time of the tick that set the prices, nanoseconds since the epoch, UTC.
    long quoteNs() {
        return quoteNs;
    }

    /// Returns a number that differs from one tick that orders met to the next.
    long quoteNumber() {
        return quoteNumber;
    }

    /// Tells whether [#onTick] would let orders be executed against the tick.
    public boolean takes(boolean isTrade) {
        return !(isTrade && quoted);
    }

    /// Tells whether prices are taken as they are recorded.
    public boolean hasRecordedSpread() {
        return recordedSpread;
    }

    private void respread() {
        long units = spread.units(ask - bid);
        bid = Math.max(1, Math.floorDiv(bid + ask - units, 2));
        ask = Math.max(1, bid + units);
    }

    /// Takes in the sizes of the tick last taken in; 0 where they are not known.
    public void onSizes(long tickBidSize, long tickAskSize) {
        bidSize = tickBidSize;
        askSize = tickAskSize;
    }

    /// Tells whether any price is known.
    public boolean hasPrice() {
        return bid > 0;
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

    /// Returns how much a taker of that side finds: a buyer the size at the ask, a seller that at the bid; 0 where
    /// it is not known. Valid on a tick on which an order acts.
    public long takerSize(Side side) {
        return side == Side.BUY ? askSize : bidSize;
    }

    /// Returns the best price on the side that an order of that side would rest on: a buyer's, the bid.
    long makerPrice(Side side) {
        return side == Side.BUY ? bid : ask;
    }

    /// Returns the size at that price; 0 where it is not known. Valid on a tick on which an order acts.
    long makerSize(Side side) {
        return side == Side.BUY ? bidSize : askSize;
    }

    /// Tells whether prices are quotes, and the bid is not above the ask.
    boolean isSoundQuote() {
        return quoted && bid <= ask;
    }

    /// Tells whether prices are quotes rather than trades.
    boolean isQuoted() {
        return quoted;
    }

    /// Returns the price that a position is worth: what closing it now would get.
    public long markPrice(long position) {
        return position >= 0 ? takerPrice(Side.SELL) : takerPrice(Side.BUY);
    }
}
