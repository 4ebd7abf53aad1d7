package ai.backtestr.engine.instrument;

import ai.backtestr.engine.number.FixedPoint;
import java.math.BigDecimal;

/// What is traded, and how its numbers are to be read.
///
/// @param symbol the name the user gave it: 1 to 64 characters out of letters, digits, `.`, `_`, `-`
/// @param priceScale decimals of every price, 0 to 12; a price of 1.07125 at scale 5 is the `long` 107125
/// @param quantityScale decimals of every quantity, 0 to 12
/// @param quoteCurrency the currency that prices, profit and cash are in, as two to twelve capital letters and
///     digits
/// @param calendar when its trading days begin, in the zone of its sessions
/// @param contract in what steps it is traded, and what a quantity is worth
public record Instrument(
        String symbol,
        int priceScale,
        int quantityScale,
        String quoteCurrency,
        TradingCalendar calendar,
        ContractTerms contract) {

    /// The largest price or quantity scale.
    public static final int MAX_SCALE = 12;

    /// How the symbol of every instrument begins whose ticks were made up.
    public static final String SYNTHETIC_PREFIX = "SYN.";

    private static final String SYMBOL_FORM = "[A-Za-z0-9._-]{1,64}";
    private static final String CURRENCY_FORM = "[A-Z][A-Z0-9]{1,11}";

    public Instrument {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException("symbol '" + symbol
                    + "' is not usable: take 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        requireScale("price", priceScale);
        requireScale("quantity", quantityScale);
        if (!quoteCurrency.matches(CURRENCY_FORM)) {
            throw new IllegalArgumentException(
                    "quote currency '" + quoteCurrency + "' is not usable: take capital letters, like USD or USDT");
        }
    }

    /// An instrument of which every digit can be traded and a quantity is worth just its price.
    public Instrument(
            String symbol, int priceScale, int quantityScale, String quoteCurrency, TradingCalendar calendar) {
        this(symbol, priceScale, quantityScale, quoteCurrency, calendar, ContractTerms.plain(symbol));
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

    /// Returns the same with other terms.
    public Instrument withContract(ContractTerms terms) {
        return new Instrument(symbol, priceScale, quantityScale, quoteCurrency, calendar, terms);
    }

    /// Returns the same with another calendar.
    public Instrument withCalendar(TradingCalendar days) {
        return new Instrument(symbol, priceScale, quantityScale, quoteCurrency, days, contract);
    }

    /// Returns the same with another quote currency.
    public Instrument withQuoteCurrency(String currency) {
        return new Instrument(symbol, priceScale, quantityScale, currency, calendar, contract);
    }

    /// Writes a price with all its decimals.
    public String formatPrice(long price) {
        return FixedPoint.format(price, priceScale);
    }

    /// Writes a quantity with all its decimals.
    public String formatQuantity(long quantity) {
        return FixedPoint.format(quantity, quantityScale);
    }

    /// Writes a quantity as it is read: `5` and `0.25`, without zeros at its end.
    public String shortQuantity(long quantity) {
        return quantity == 0
                ? "0"
                : BigDecimal.valueOf(quantity, quantityScale)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static void requireScale(String name, int scale) {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException(name + " scale " + scale + " is outside 0 to " + MAX_SCALE);
        }
    }
}
