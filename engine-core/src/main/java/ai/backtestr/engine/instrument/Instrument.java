package ai.backtestr.engine.instrument;

import ai.backtestr.engine.number.FixedPoint;

/// What is traded, and how its numbers are to be read.
///
/// @param symbol the name the user gave it: 1 to 64 characters out of letters, digits, `.`, `_`, `-`
/// @param priceScale decimals of every price, 0 to 12; a price of 1.07125 at scale 5 is the `long` 107125
/// @param quantityScale decimals of every quantity, 0 to 12
/// @param quoteCurrency the currency that prices, profit and cash are in, as three or more capital letters
/// @param calendar when its trading days begin
public record Instrument(
        String symbol, int priceScale, int quantityScale, String quoteCurrency, TradingCalendar calendar) {

    /// The largest price or quantity scale.
    public static final int MAX_SCALE = 12;

    /// How the symbol of every instrument begins whose ticks were made up.
    public static final String SYNTHETIC_PREFIX = "SYN.";

    private static final String SYMBOL_FORM = "[A-Za-z0-9._-]{1,64}";

    public Instrument {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException("symbol '" + symbol
                    + "' is not usable: take 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        requireScale("price", priceScale);
        requireScale("quantity", quantityScale);
        if (quoteCurrency.isBlank()) {
            throw new IllegalArgumentException("the quote currency of " + symbol + " is blank");
        }
    }

    /// Tells whether `text` can be a symbol.
    public static boolean isSymbol(String text) {
        return text.matches(SYMBOL_FORM);
    }

    /// Tells whether its ticks were made up by a generator, which its symbol says for ever.
    public boolean isSynthetic() {
        return symbol.startsWith(SYNTHETIC_PREFIX);
    }

    /// Returns the symbol as people are to read it: of a synthetic instrument it says so.
    public String title() {
        return isSynthetic() ? symbol + " (synthetic)" : symbol;
    }

    /// Writes a price with all its decimals.
    public String formatPrice(long price) {
        return FixedPoint.format(price, priceScale);
    }

    /// Writes a quantity with all its decimals.
    public String formatQuantity(long quantity) {
        return FixedPoint.format(quantity, quantityScale);
    }

    private static void requireScale(String name, int scale) {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException(name + " scale " + scale + " is outside 0 to " + MAX_SCALE);
        }
    }
}
