package ai.backtestr.engine.currency;

import java.math.BigDecimal;

/// A rate that is stated rather than taken from data, and the same throughout a run.
///
/// @param pair of which currencies
/// @param rate how many of its quote currency one of its base currency costs, above 0, with up to twelve decimals
public record FixedRate(CurrencyPair pair, BigDecimal rate) {
    private static final int MAX_DECIMALS = 12;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /// The rate is kept without zeros at its end, so that equal rates are equal.
    public FixedRate {
        rate = rate.stripTrailingZeros();
        rate = rate.scale() < 0 ? rate.setScale(0) : rate;
        if (rate.signum() <= 0 || rate.compareTo(MOST) > 0 || rate.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException("a rate of " + rate.toPlainString() + " is outside 0 to "
                    + MOST.toPlainString() + ", or has more than " + MAX_DECIMALS + " decimals");
        }
    }

    /// Reads `EURUSD=1.10` or `BTC/USDT=65000`.
    ///
    /// @throws IllegalArgumentException if it is neither
    public static FixedRate parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("'" + text + "' is not a rate; write one like EURUSD=1.10");
        }
        CurrencyPair pair = CurrencyPair.parse(text.substring(0, equals));
        try {
            return new FixedRate(pair, new BigDecimal(text.substring(equals + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' has no number behind its =; write EURUSD=1.10", e);
        }
    }

    /// Writes it as [#parse] reads it.
    @Override
    public String toString() {
        return pair + "=" + rate.toPlainString();
    }
}
