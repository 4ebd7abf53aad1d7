package ai.backtestr.engine.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Amounts of money, held as a `long` in units of 10^-8 of a currency: up to 92 billion, either sign.
///
/// Sums and differences are exact. Where a product has more than 8 decimals it is rounded once, half to even, when
/// it is booked; every total is a sum of booked amounts, so that totals agree to the last unit.
public final class Money {
    /// Decimals of an amount.
    public static final int SCALE = 8;

    private Money() {}

    /// Returns price times quantity, whose scales add up to `productScale`.
    ///
    /// @throws ArithmeticException if the amount is beyond 92 billion
    public static long product(long price, long quantity, int productScale) {
        long high = Math.multiplyHigh(price, quantity);
        long low = price * quantity;
        boolean fits = high == low >> 63;
        return fits ? rescale(low, productScale) : bigProduct(price, quantity, productScale);
    }

    /// Returns price times quantity times `multiplier`, whose scales add up to `productScale`.
    ///
    /// @throws ArithmeticException if the amount is beyond 92 billion
    public static long product(long price, long quantity, long multiplier, int productScale) {
        long high = Math.multiplyHigh(quantity, multiplier);
        long low = quantity * multiplier;
        if (high == low >> 63) {
            return product(price, low, productScale);
        }
        BigInteger worth = BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(multiplier));
        return round(new BigDecimal(worth.multiply(BigInteger.valueOf(price)), productScale));
    }

    private static long rescale(long value, int scale) {
        if (scale <= SCALE) {
            return Math.multiplyExact(value, FixedPoint.powerOfTen(SCALE - scale));
        }
        if (scale - SCALE > FixedPoint.MAX_SCALE) {
            return bigProduct(value, 1, scale);
        }
        return divideHalfEven(value, FixedPoint.powerOfTen(scale - SCALE));
    }

    private static long divideHalfEven(long value, long divisor) {
        long quotient = value / divisor;
        long twice = 2 * Math.abs(value % divisor);
        boolean away = twice > divisor || (twice == divisor && (quotient & 1) != 0);
        return away ? quotient + Long.signum(value) : quotient;
    }

    private static long bigProduct(long price, long quantity, int scale) {
        BigInteger product = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
        return round(new BigDecimal(product, scale));
    }

    /// Returns `amount` rounded half to even.
    ///
    /// @throws ArithmeticException if it is beyond 92 billion
    public static long round(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /// Returns `amount` over `divisor`, rounded half to even.
    ///
    /// @throws ArithmeticException if it is beyond 92 billion
    public static long quotient(BigDecimal amount, BigDecimal divisor) {
        return amount.divide(divisor, SCALE, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /// Returns `amount` times `part`/`whole`, for `part` between 0 and `whole`, rounded half to even.
    public static long share(long amount, long part, long whole) {
        BigDecimal product = BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(part));
        return product.divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /// Reads an amount with up to 8 decimals.
    ///
    /// @throws NumberFormatException if the text is no decimal number
    /// @throws ArithmeticException if it has more decimals or is too large
    public static long parse(String text) {
        return FixedPoint.parse(text, SCALE);
    }

    /// Returns the amount as a decimal without needless zeros, but with two decimals at least.
    public static BigDecimal toDecimal(long amount) {
        BigDecimal exact = BigDecimal.valueOf(amount, SCALE).stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2, RoundingMode.UNNECESSARY) : exact;
    }

    /// Writes the amount with all the decimals that matter, and two at least.
    public static String format(long amount) {
        return toDecimal(amount).toPlainString();
    }

    /// Returns the nearest `double`; for pictures and ratios only.
    public static double toDouble(long amount) {
        return FixedPoint.toDouble(amount, SCALE);
    }
}
