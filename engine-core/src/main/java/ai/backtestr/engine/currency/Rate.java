package ai.backtestr.engine.currency;

import ai.backtestr.engine.tick.PriceRange;

/// The price of one currency in another as it was last seen. Engine thread only.
///
/// A rate knows nothing of a spread that the run's models put on prices: it is what was recorded. Of a crossed
/// quote each side is the worse one, as for a taker.
public final class Rate {
    private final CurrencyPair pair;
    private final String name;
    private final int scale;
    private boolean quoted;
    private boolean fixed;
    private long bid;
    private long ask;
    private long timeNs;
    private long lowestBid;
    private long highestBid;
    private long lowestAsk;
    private long highestAsk;

    private Rate(CurrencyPair pair, String name, int scale) {
        this.pair = pair;
        this.name = name;
        this.scale = scale;
    }

    /// A rate not known yet.
    ///
    /// @param name of the instrument whose prices it is
    /// @param scale decimals of its prices
    public static Rate of(CurrencyPair pair, String name, int scale) {
        return new Rate(pair, name, scale);
    }

    /// A rate that stays.
    public static Rate of(FixedRate stated) {
        Rate rate = new Rate(stated.pair(), stated.toString(), stated.rate().scale());
        rate.bid = stated.rate().unscaledValue().longValueExact();
        rate.ask = rate.bid;
        rate.stand();
        rate.fixed = true;
        return rate;
    }

    /// Takes in a tick. Trades count only as long as no quote was seen.
    public void onTick(long tickNs, long tickBid, long tickAsk, boolean isTrade) {
        if (isTrade && quoted) {
            return;
        }
        quoted = !isTrade;
        timeNs = tickNs;
        bid = Math.min(tickBid, tickAsk);
        ask = Math.max(tickBid, tickAsk);
    }

    /// Says that it stands as it is, over a stretch of ticks that is looked at as a whole.
    public void stand() {
        lowestBid = bid;
        highestBid = bid;
        lowestAsk = ask;
        highestAsk = ask;
    }

    /// Says between which prices it moves over such a stretch, beside how it stands before.
    public void range(PriceRange bids, PriceRange asks) {
        lowestBid = Math.min(bid, bids.lowest());
        highestBid = Math.max(bid, bids.highest());
        lowestAsk = Math.min(ask, asks.lowest());
        highestAsk = Math.max(ask, asks.highest());
    }

    /// Returns of which currencies it is.
    public CurrencyPair pair() {
        return pair;
    }

    /// Returns the instrument it comes from or, of one that was stated, its statement.
    public String name() {
        return name;
    }

    /// Tells whether it is known.
    public boolean isKnown() {
        return bid > 0;
    }

    /// Returns for how long it has stood at `nowNs`, nanoseconds; 0 of one that was stated.
    public long ageNs(long nowNs) {
        return fixed ? 0 : nowNs - timeNs;
    }

    /// Returns the decimals of [#bid()] and [#ask()].
    int scale() {
        return scale;
    }

    long bid() {
        return bid;
    }

    long ask() {
        return ask;
    }

    /// Returns the bid at most, or where not `highest` at least, over the stretch of [#range].
    long bid(boolean highest) {
        return highest ? highestBid : lowestBid;
    }

    long ask(boolean highest) {
        return highest ? highestAsk : lowestAsk;
    }
}
