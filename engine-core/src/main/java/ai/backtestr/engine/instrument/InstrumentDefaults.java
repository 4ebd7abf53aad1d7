package ai.backtestr.engine.instrument;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/// What is assumed of an instrument by its symbol alone, until the user says otherwise.
///
/// | symbols | assumed |
/// |---|---|
/// | two currencies or metals: `EURUSD`, `USD-JPY`, `XAUUSD` | forex; lots of 100 000, of gold 100 and silver 5000
/// ounces |
/// | a coin before a currency or a stable coin: `BTCUSD`, `ETHUSDT` | around the clock |
/// | roots of futures, with or without month and year: `ES`, `ESZ24`, `6EH2025` | contract and tick size of
/// `futures.csv` |
/// | indices of `indices.csv` | points of the index's currency, days of its exchange |
/// | shares and funds of `stocks.csv` | whole shares, cents, days of New York |
/// | all others | around the clock, in dollars |
///
/// Where nothing else is said every recorded digit is a step. A published tick size is taken only if the recorded
/// prices have the digits to express it.
public final class InstrumentDefaults {
    private static final Set<String> FIAT = Set.of(
            "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNH", "CNY", "COP", "CZK", "DKK", "EUR", "GBP",
            "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "RON",
            "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR");
    private static final Set<String> METALS = Set.of("XAU", "XAG", "XPT", "XPD");
    private static final Set<String> COINS = Set.of("BTC", "ETH", "BNB", "DAI");
    private static final Set<String> STABLE_COINS = Set.of("USDT", "USDC", "BUSD", "FDUSD", "TUSD");

    private static final String DOLLAR = "USD";
    private static final BigDecimal CURRENCY_LOT = BigDecimal.valueOf(100_000);
    private static final BigDecimal SHARE_LOT = BigDecimal.valueOf(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private InstrumentDefaults() {}

    /// Returns the instrument of that symbol whose prices and quantities are recorded with so many decimals.
    public static Instrument of(String symbol, int priceScale, int quantityScale) {
        Steps steps = new Steps(priceScale, quantityScale);
        String name = meant(symbol).toUpperCase(Locale.ROOT);
        String letters = name.replaceAll("[^A-Z]", "");
        if (isForex(letters)) {
            return forex(symbol, letters, steps);
        }
        KnownSymbols.Future future = KnownSymbols.future(name);
        if (future != null) {
            ContractTerms terms = steps.whole(symbol, future.tickSize()).withContractSize(future.contractSize());
            return steps.instrument(symbol, future.currency(), TradingCalendar.FUTURES, terms);
        }
        KnownSymbols.Index index = KnownSymbols.index(name);
        if (index != null) {
            TradingCalendar days = TradingCalendar.STOCKS.inZone(ZoneId.of(index.zone()));
            return steps.instrument(symbol, index.currency(), days, ContractTerms.plain(symbol));
        }
        if (KnownSymbols.isStock(name)) {
            ContractTerms terms = steps.whole(symbol, CENT).withLotSize(SHARE_LOT);
            return steps.instrument(symbol, DOLLAR, TradingCalendar.STOCKS, terms);
        }
        String quote = quoteCurrency(letters);
        ContractTerms terms = ContractTerms.plain(coin(symbol, letters, quote));
        return steps.instrument(symbol, quote, TradingCalendar.ALWAYS_OPEN, terms);
    }

    /// A synthetic instrument is like the one it imitates.
    private static String meant(String symbol) {
        String prefix = Instrument.SYNTHETIC_PREFIX;
        return symbol.startsWith(prefix) ? symbol.substring(prefix.length()) : symbol;
    }

    private static Instrument forex(String symbol, String letters, Steps steps) {
        String base = letters.substring(0, 3);
        ContractTerms terms = ContractTerms.plain(base).withLotSize(lot(base));
        return steps.instrument(symbol, letters.substring(3), TradingCalendar.FOREX, terms);
    }

    /// The lots of spot metals are those of the exchange's futures on them.
    private static BigDecimal lot(String base) {
        return METALS.contains(base) ? BigDecimal.valueOf(metalLot(base)) : CURRENCY_LOT;
    }

    private static long metalLot(String metal) {
        return switch (metal) {
            case "XAG" -> 5000;
            case "XPT" -> 50;
            default -> 100;
        };
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
        if (letters.length() <= 3) {
            return DOLLAR;
        }
        String last = letters.substring(letters.length() - 3);
        return isFiatOrMetal(last) || COINS.contains(last) ? last : DOLLAR;
    }

    /// Returns what stands before the quote currency, or the symbol where nothing does.
    private static String coin(String symbol, String letters, String quote) {
        boolean isPair = letters.length() > quote.length() && letters.endsWith(quote);
        return isPair ? letters.substring(0, letters.length() - quote.length()) : symbol;
    }

    /// The digits of recorded prices and quantities.
    private record Steps(int priceScale, int quantityScale) {
        Instrument instrument(String symbol, String quote, TradingCalendar calendar, ContractTerms terms) {
            return new Instrument(symbol, priceScale, quantityScale, quote, calendar, terms);
        }

        /// Terms of what is traded in whole units, at prices of that tick size.
        ContractTerms whole(String symbol, BigDecimal tickSize) {
            long one = BigDecimal.ONE.movePointRight(quantityScale).longValueExact();
            return ContractTerms.plain(symbol).withTickSize(ticks(tickSize)).withQuantities(one, one);
        }

        private long ticks(BigDecimal tickSize) {
            BigDecimal units = tickSize.movePointRight(priceScale).stripTrailingZeros();
            return units.scale() > 0 ? 1 : units.longValueExact();
        }
    }
}
