package ai.backtestr.data.imports;

import ai.backtestr.engine.number.FixedPoint;
import java.math.BigDecimal;

/// A decimal number read exactly from text: `digits` times 10^-`decimals`, without trailing zeros behind the point.
///
/// One object takes one number after the other, so that reading allocates nothing in the common case.
final class DecimalField {
    private static final int SAFE_DIGITS = 18;

    private long digits;
    private int decimals;

    /// Reads the field.
    ///
    /// @return whether it is a decimal number that this class can hold: up to 18 significant digits
    boolean read(Row row, int field) {
        char[] chars = row.chars();
        int from = row.start(field);
        int to = row.end(field);
        boolean negative = from < to && chars[from] == '-';
        int at = negative ? from + 1 : from;
        long value = 0;
        int seen = 0;
        int point = -1;
        for (; at < to; at++) {
            char c = chars[at];
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                seen++;
            } else if (c == '.' && point < 0) {
                point = seen;
            } else {
                return readAny(row.text(field));
            }
        }
        if (seen == 0 || seen > SAFE_DIGITS) {
            return readAny(row.text(field));
        }
        set(negative ? -value : value, point < 0 ? 0 : seen - point);
        return true;
    }

    /// Takes the number 0.
    void clear() {
        set(0, 0);
    }

    private void set(long value, int places) {
        digits = value;
        decimals = places;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
    }

    /// The rare forms: an exponent, a plus sign, more than 18 digits.
    private boolean readAny(String text) {
        if (text.length() > 100) {
            return false;
        }
        try {
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            // Beyond this no price or quantity fits, and an exponent could ask for gigabytes of zeros.
            if (Math.abs((long) value.scale()) > 100) {
                return false;
            }
            BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
            digits = plain.unscaledValue().longValueExact();
            decimals = plain.scale();
            return true;
        } catch (NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    int decimals() {
        return decimals;
    }

    int signum() {
        return Long.signum(digits);
    }

    /// The part before the point.
    long whole() {
        return decimals > FixedPoint.MAX_SCALE ? 0 : digits / FixedPoint.powerOfTen(decimals);
    }

    /// Returns the number in units of 10^-`scale`, for a scale of at least [#decimals()].
    ///
    /// @throws ArithmeticException if it does not fit a `long`
    long units(int scale) {
        return Math.multiplyExact(digits, FixedPoint.powerOfTen(scale - decimals));
    }
}
