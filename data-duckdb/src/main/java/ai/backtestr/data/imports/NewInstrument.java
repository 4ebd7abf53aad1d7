package ai.backtestr.data.imports;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.Locale;
import java.util.Set;

/// What is assumed of an instrument that the store does not know yet.
final class NewInstrument {
    private static final Set<String> FIAT = Set.of(
            "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNH", "CNY", "COP", "CZK", "DKK", "EUR", "GBP",
            "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "RON",
            "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR");
    private static final Set<String> METALS = Set.of("XAU", "XAG", "XPT", "XPD");
    private static final Set<String> CRYPTO = Set.of("BTC", "ETH", "BNB", "DAI");
    private static final Set<String> STABLE_COINS = Set.of("USDT", "USDC", "BUSD", "FDUSD", "TUSD");

    private static final String DEFAULT_CURRENCY = "USD";

    private NewInstrument() {}

    static Instrument of(String symbol, int priceScale, int quantityScale) {
        String name = symbol.startsWith(Instrument.SYNTHETIC_PREFIX)
                ? symbol.substring(Instrument.SYNTHETIC_PREFIX.length())
                : symbol;
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        TradingCalendar calendar = isForex(letters) ? TradingCalendar.FOREX : TradingCalendar.ALWAYS_OPEN;
        return new Instrument(symbol, priceScale, quantityScale, quoteCurrency(letters), calendar);
    }

    private static boolean isForex(String letters) {
        return letters.length() == 6 && isFiatOrMetal(letters.substring(0, 3)) && isFiatOrMetal(letters.substring(3));
    }

    private static boolean isFiatOrMetal(String code) {
        return FIAT.contains(code) || METALS.contains(code);
    }

    private static String quoteCurrency(String letters) {
        for (String coin : STABLE_COINS) {
            if (letters.endsWith(coin)) {
                return coin;
            }
        }
        String last = letters.substring(Math.max(0, letters.length() - 3));
        return isFiatOrMetal(last) || CRYPTO.contains(last) ? last : DEFAULT_CURRENCY;
    }
}
