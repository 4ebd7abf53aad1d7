package ai.backtestr.engine.strategy;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How much to buy or sell. Every size is rounded down to the instrument's quantity step, contract sizes are taken
/// into account, and a size below the smallest quantity is 0, which says that it is not worth an order.
///
/// Prices are at the instrument's price scale, quantities at its quantity scale, amounts as [Money].
///
/// @param instrument what is traded
public record PositionSize(Instrument instrument) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Returns so many units.
    public long units(BigDecimal units) {
        return quantity(units);
    }

    /// Returns what `amount` buys at `price`.
    public long money(long amount, long price) {
        return quantity(quotient(decimal(amount), requirePositive("price", price)));
    }

    /// Returns what `percent` of `equity` buys at `price`; more than 100 needs leverage.
    public long percentOfEquity(long equity, BigDecimal percent, long price) {
        return quantity(quotient(share(equity, percent), requirePositive("price", price)));
    }

    /// Returns how much to hold so that a stop `stopDistance` away loses `percent` of `equity`.
    public long risk(long equity, BigDecimal percent, long stopDistance) {
        return quantity(quotient(share(equity, percent), requirePositive("stop distance", stopDistance)));
    }

    /// Returns how many whole units all of `equity` buys at `price`.
    public long allInWholeUnits(long equity, long price) {
        BigDecimal units = quotient(decimal(equity), requirePositive("price", price));
        return quantity(units.setScale(0, RoundingMode.DOWN));
    }

    /// Returns what the Kelly fraction of `equity` buys at `price`.
    ///
    /// @param winRate share of trades that win, 0 to 1
    /// @param payoff average win over average loss, above 0
    /// @param part how much of the fraction is taken, such as 0.5 for half Kelly
    public long kelly(long equity, double winRate, double payoff, BigDecimal part, long price) {
        BigDecimal fraction = BigDecimal.valueOf(kellyFraction(winRate, payoff));
        return percentOfEquity(equity, fraction.multiply(part).multiply(HUNDRED), price);
    }

    /// Returns the share of equity that makes it grow fastest, `p - (1 - p) / b`, after Kelly, "A new
    /// interpretation of information rate" (1956); 0 where the bet is not worth taking.
    ///
    /// @param winRate share of trades that win, 0 to 1
    /// @param payoff average win over average loss, above 0
    public static double kellyFraction(double winRate, double payoff) {
        if (!(winRate >= 0 && winRate <= 1 && payoff > 0)) {
            throw new IllegalArgumentException(
                    "a win rate of " + winRate + " is outside 0 to 1, or a payoff of " + payoff + " not above 0");
        }
        return Math.max(0, winRate - (1 - winRate) / payoff);
    }

    private static BigDecimal share(long equity, BigDecimal percent) {
        return decimal(equity).multiply(percent).movePointLeft(2);
    }

    private static BigDecimal decimal(long amount) {
        return BigDecimal.valueOf(amount, Money.SCALE);
    }

    private BigDecimal quotient(BigDecimal amount, long price) {
        BigDecimal perUnit = BigDecimal.valueOf(price, instrument.priceScale())
                .multiply(instrument.contract().contractSize());
        return amount.divide(perUnit, instrument.quantityScale(), RoundingMode.DOWN);
    }

    private static long requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("a " + name + " of " + value + " is not above 0");
        }
        return value;
    }

    private long quantity(BigDecimal units) {
        if (units.signum() <= 0) {
            return 0;
        }
        long quantity = units.setScale(instrument.quantityScale(), RoundingMode.DOWN)
                .unscaledValue()
                .longValueExact();
        long whole = quantity - quantity % instrument.contract().quantityStep();
        return whole < instrument.contract().minQuantity() ? 0 : whole;
    }
}
