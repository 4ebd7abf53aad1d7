package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickBlock;
import java.util.Locale;

/// Which price of a tick the bars are made of.
///
/// Bid, ask and mid bars are made of quotes alone, trade bars of trades alone.
public enum BarPrice {
    /// The bid of each quote.
    BID,
    /// The ask of each quote.
    ASK,
    /// Halfway between bid and ask of each quote, with one more decimal than the instrument's prices, so exact.
    MID,
    /// The price of each trade.
    TRADE;

    /// Returns the decimals of these bars' prices.
    public int scale(Instrument instrument) {
        return this == MID ? instrument.priceScale() + 1 : instrument.priceScale();
    }

    /// Returns the price of a tick, in units of 10^-[#scale].
    public long of(long bid, long ask) {
        return switch (this) {
            case BID, TRADE -> bid;
            case ASK -> ask;
            case MID -> (bid + ask) * 5;
        };
    }

    /// Returns the prices of all ticks of `block`: a column of the block, or `scratch` filled with them.
    public long[] of(TickBlock block, long[] scratch) {
        return switch (this) {
            case BID, TRADE -> block.bids();
            case ASK -> block.asks();
            case MID -> {
                for (int i = 0; i < block.count(); i++) {
                    scratch[i] = of(block.bids()[i], block.asks()[i]);
                }
                yield scratch;
            }
        };
    }

    /// Tells whether bars of this price are made of trades rather than quotes.
    public boolean takesTrades() {
        return this == TRADE;
    }

    /// Reads `bid`, `ask`, `mid` or `trade`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    public static BarPrice parse(String text) {
        for (BarPrice price : values()) {
            if (price.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return price;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a price; there are bid, ask, mid and trade");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
