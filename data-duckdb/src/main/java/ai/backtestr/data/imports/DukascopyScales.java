package ai.backtestr.data.imports;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many decimals Dukascopy's whole-number prices have.
///
/// | instruments | decimals |
/// |---|---|
/// | gold and silver, XAU and XAG, in any currency | 3 |
/// | pairs quoted in JPY, HUF, RUB, THB or CZK | 3 |
/// | other pairs of two currencies | 5 |
///
/// Whatever is not listed (shares, indices, energy, crypto) has to be stated, as nothing in the file tells it.
final class DukascopyScales {
    private static final Set<String> CURRENCIES = Set.of(
            "AUD", "CAD", "CHF", "CNH", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY", "MXN", "NOK", "NZD",
            "PLN", "RON", "RUB", "SEK", "SGD", "THB", "TRY", "USD", "ZAR");
    private static final Set<String> METALS = Set.of("XAU", "XAG");
    private static final Set<String> IN_THOUSANDTHS = Set.of("JPY", "HUF", "RUB", "THB", "CZK");

    private static final int COARSE = 3;
    private static final int FINE = 5;

    private DukascopyScales() {}

    /// Returns the decimals of a symbol such as `GBPJPY`, `null` if they are not known.
    static @Nullable Integer of(String symbol) {
        String letters = symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (letters.length() != 6) {
            return null;
        }
        String base = letters.substring(0, 3);
        String quote = letters.substring(3);
        if (METALS.contains(base) && CURRENCIES.contains(quote)) {
            return COARSE;
        }
        if (!CURRENCIES.contains(base) || !CURRENCIES.contains(quote)) {
            return null;
        }
        return IN_THOUSANDTHS.contains(quote) ? COARSE : FINE;
    }
}
