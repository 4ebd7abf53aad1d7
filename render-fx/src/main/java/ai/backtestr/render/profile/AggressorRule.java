package ai.backtestr.render.profile;

import ai.backtestr.engine.tick.TickFlags;

/// Tells who was the aggressor of a trade: as it is recorded, else by the quote that stands, else by the price
/// before.
///
/// 1. *Recorded*: the tick says who bought or sold.
/// 2. *Quote rule*: above the middle of the quote that stands the aggressor bought, below it he sold.
/// 3. *Tick rule*: in the middle, or without a quote, he bought if the last price that differed was lower, and sold
///    if it was higher.
///
/// This is the rule of Lee and Ready, Journal of Finance 46 (1991), without its delay of quotes. Prices and quotes
/// of an earlier trading day count for nothing: [#reset] starts anew with each, so that what a tick comes to
/// depends on its own day alone. Before a first price to compare with, the side is unknown.
///
/// Used by one thread at a time.
public final class AggressorRule {
    /// The aggressor bought.
    public static final int BUY = 1;

    /// The aggressor sold.
    public static final int SELL = -1;

    /// Nothing tells.
    public static final int UNKNOWN = 0;

    /// How the side of a tick is known.
    public enum Basis {
        RECORDED(0),
        QUOTE_RULE(1),
        TICK_RULE(2),
        NONE(3);

        static final int COUNT = 4;

        private final int index;

        Basis(int index) {
            this.index = index;
        }

        /// Returns its place in a table of [#COUNT].
        int index() {
            return index;
        }
    }

    private boolean quoted;
    private long bid;
    private long ask;
    private boolean traded;
    private long lastPrice;
    private int lastChange;
    private Basis basis = Basis.NONE;

    /// Begins a rule that knows of nothing before.
    public AggressorRule() {}

    /// Forgets all that was before.
    public void reset() {
        quoted = false;
        traded = false;
        lastChange = UNKNOWN;
    }

    /// Takes in a quote; a crossed one stands for none.
    public void quote(long bidPrice, long askPrice) {
        quoted = askPrice >= bidPrice;
        bid = bidPrice;
        ask = askPrice;
    }

    /// Takes in a trade.
    ///
    /// @param price at the instrument's price scale
    /// @param flags see [TickFlags]
    /// @return [#BUY], [#SELL] or [#UNKNOWN]
    public int trade(long price, byte flags) {
        int change = change(price);
        if ((flags & TickFlags.AGGRESSOR_BUY) != 0) {
            basis = Basis.RECORDED;
            return BUY;
        } else if ((flags & TickFlags.AGGRESSOR_SELL) != 0) {
            basis = Basis.RECORDED;
            return SELL;
        }
        int fromMiddle = quoted ? Long.compare(price - bid, ask - price) : 0;
        if (fromMiddle != 0) {
            basis = Basis.QUOTE_RULE;
            return fromMiddle > 0 ? BUY : SELL;
        }
        basis = change == UNKNOWN ? Basis.NONE : Basis.TICK_RULE;
        return change;
    }

    /// Takes in a price of which nothing but the one before tells a side, such as the bid of a quote.
    public int price(long price) {
        int change = change(price);
        basis = change == UNKNOWN ? Basis.NONE : Basis.TICK_RULE;
        return change;
    }

    /// Returns how the side returned last is known.
    public Basis basis() {
        return basis;
    }

    private int change(long price) {
        if (traded && price != lastPrice) {
            lastChange = price > lastPrice ? BUY : SELL;
        }
        traded = true;
        lastPrice = price;
        return lastChange;
    }
}
