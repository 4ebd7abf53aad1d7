package ai.backtestr.engine.currency;

import ai.backtestr.engine.instrument.Instrument;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two currencies of which one is priced in the other: one EUR costs so many USD.
///
/// @param base what is priced, as capital letters and digits
/// @param quote what the price is in
public record CurrencyPair(String base, String quote) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{1,11})/([A-Z][A-Z0-9]{1,11})|([A-Z]{3})([A-Z]{3})");

    /// Returns the pair that an instrument's prices are rates of.
    public static CurrencyPair of(Instrument instrument) {
        return new CurrencyPair(instrument.contract().baseCurrency(), instrument.quoteCurrency());
    }

    /// Reads `EURUSD` or, for currencies of any length, `BTC/USDT`.
    ///
    /// @throws IllegalArgumentException if it is neither
    public static CurrencyPair parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a pair of currencies; write one like EURUSD or BTC/USDT");
        }
        return matcher.group(1) == null
                ? new CurrencyPair(matcher.group(3), matcher.group(4))
                : new CurrencyPair(matcher.group(1), matcher.group(2));
    }

    /// Tells whether it has a price of `one` in `other`, or of `other` in `one`.
    boolean joins(String one, String other) {
        return (base.equals(one) && quote.equals(other)) || (base.equals(other) && quote.equals(one));
    }

    /// Returns the currency on the other side of `one`, or null if it is on neither.
    @org.jspecify.annotations.Nullable
    String across(String one) {
        return base.equals(one) ? quote : quote.equals(one) ? base : null;
    }

    /// Writes it as [#parse] reads it.
    @Override
    public String toString() {
        return base.length() == 3 && quote.length() == 3 && (base + quote).matches("[A-Z]{6}")
                ? base + quote
                : base + "/" + quote;
    }
}
