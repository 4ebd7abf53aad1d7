package ai.backtestr.engine.tick;

/// The bits of a tick's flag byte.
///
/// ```
///  7 6 5 4 3 2 1 0
/// +-------+-+---+-+
/// |I I I I|C|A A|T|     T trade (else quote), A aggressor side, C crossed quote, I instrument
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

    /// The most instruments whose ticks one page can hold. In pages of one instrument its number is 0.
    public static final int MAX_INSTRUMENTS = 16;

    private static final int INSTRUMENT_SHIFT = 4;

    private TickFlags() {}

    /// Returns the number of the instrument that the tick is of, 0 to 15.
    public static int instrument(byte flags) {
        return (flags & 0xff) >>> INSTRUMENT_SHIFT;
    }

    /// Returns the flags of a tick of instrument `number`, 0 to 15.
    static byte withInstrument(byte flags, int number) {
        return (byte) (flags | number << INSTRUMENT_SHIFT);
    }

    /// Tells whether the tick is a trade rather than a quote.
    public static boolean isTrade(byte flags) {
        return (flags & TRADE) != 0;
    }
}
