package ai.backtestr.engine.tick;

/// The bits of a tick's flag byte.
///
/// ```
///  7 6 5 4 3 2 1 0
/// +-------+-+---+-+
/// | zero  |C|A A|T|     T trade (else quote), A aggressor side, C crossed quote
/// +-------+-+---+-+
/// ```
public final class TickFlags {
    /// A quote: bid and ask hold its two sides.
    public static final byte QUOTE = 0;

    /// A trade: bid and ask both hold its price, and both sizes its quantity.
    public static final byte TRADE = 1;

    /// Set on a trade whose aggressor (taker) bought.
    public static final byte AGGRESSOR_BUY = 1 << 1;

    /// Set on a trade whose aggressor (taker) sold.
    public static final byte AGGRESSOR_SELL = 2 << 1;

    /// Set on a quote whose ask stands below its bid, kept as recorded.
    public static final byte CROSSED = 1 << 3;

    private TickFlags() {}

    /// Tells whether the tick is a trade rather than a quote.
    public static boolean isTrade(byte flags) {
        return (flags & TRADE) != 0;
    }
}
