package ai.backtestr.engine.number;

import java.math.BigDecimal;

/// Exact decimal numbers held as a `long` and a number of decimals (the *scale*): 1.07125 at scale 5 is 107125.
///
/// All prices and quantities are held this way wherever they are stored, compared, matched or booked.
public final class FixedPoint {
    /// The largest scale a `long` can use: 10^18 still fits.
    public static final int MAX_SCALE = 18;

    private static final long[] POWERS_OF_TEN = new long[MAX_SCALE + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= MAX_SCALE; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private FixedPoint() {}

    /// Returns 10^`exponent`, for `exponent` from 0 to [#MAX_SCALE].
    public static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /// Parses plain decimal text (`-12.3400`, `.5`, `7`, also `1e-5`) exactly.
    ///
    /// @throws NumberFormatException if the text is no decimal number
    /// @throws ArithmeticException if the value has more significant decimals than `scale`, or does not
    ///     fit a `long`
    public static long parse(CharSequence text, int scale) {
        long fast = parsePlain(text, scale);
        return fast != Long.MIN_VALUE ? fast : parseAny(text, scale);
    }

    /// The common case, digits and at most one point within 18 digits; `Long.MIN_VALUE` sends the caller to the
    /// general one.
    private static long parsePlain(CharSequence text, int scale) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        boolean negative = at == 1;
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (decimals < scale) {
                    value = value * 10 + (c - '0');
                    decimals = decimals < 0 ? decimals : decimals + 1;
                } else if (c != '0') {
                    return Long.MIN_VALUE;
                }
            } else {
                return Long.MIN_VALUE;
            }
        }
        int missing = scale - Math.max(decimals, 0);
        if (digits == 0 || digits + missing > MAX_SCALE) {
            return Long.MIN_VALUE;
        }
        value *= POWERS_OF_TEN[missing];
        return negative ? -value : value;
    }

    private static long parseAny(CharSequence text, int scale) {
        return toUnits(new BigDecimal(text.toString().trim()), scale);
    }

    /// Returns `value` in units of 10^-`scale`.
    ///
    /// @throws ArithmeticException if digits would be lost or the result does not fit a `long`
    public static long toUnits(BigDecimal value, int scale) {
        try {
            return value.setScale(scale).unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException(
                    value.toPlainString() + " cannot be held exactly with " + scale + " decimals: " + e.getMessage());
        }
    }

    /// Returns the value as a `BigDecimal` of that scale.
    public static BigDecimal toDecimal(long units, int scale) {
        return BigDecimal.valueOf(units, scale);
    }

    /// Returns the nearest `double`; for indicators and pictures only.
    public static double toDouble(long units, int scale) {
        // Both operands are exact up to 2^53 and 10^18, so the quotient is the correctly rounded value there.
        return (double) units / (double) POWERS_OF_TEN[scale];
    }

    /// Writes the value with all its `scale` decimals: 107120 at scale 5 is `1.07120`.
    public static String format(long units, int scale) {
        return BigDecimal.valueOf(units, scale).toPlainString();
    }

    /// Counts the decimals that matter in plain decimal text: trailing zeros do not (`800.050000` has 2).
    ///
    /// @throws NumberFormatException if the text is no decimal number
    public static int significantDecimals(CharSequence text) {
        return Math.max(
                0, new BigDecimal(text.toString().trim()).stripTrailingZeros().scale());
    }
}
