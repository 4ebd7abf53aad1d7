package ai.backtestr.data.imports;

import ai.backtestr.engine.number.FixedPoint;
import java.math.BigDecimal;

/// A decimal number read exactly from text: `digits` times 10^-`decimals`, without trailing zeros behind the point.
///
/// One object takes one number after the other, so that reading allocates nothing in the common case.
final class DecimalField {
    private static final int SAFE_DIGITS = 18;

    private final char point;
    private long digits;
    private int decimals;

    /// Reads numbers with that decimal point: `.` or `,`.
    DecimalField(char point) {
        this.point = point;
    }

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
        int behind = -1;
        for (; at < to; at++) {
            char c = chars[at];
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                seen++;
            } else if (c == point && behind < 0) {
                behind = seen;
            } else {
                return readAny(row.text(field));
            }
        }
        if (seen == 0 || seen > SAFE_DIGITS) {
            return readAny(row.text(field));
        }
        set(negative ? -value : value, behind < 0 ? 0 : seen - behind);
        return true;
    }

    /// Reads a number.
    ///
    /// @return whether it is a decimal number that this class can hold
    boolean read(String text) {
        return readAny(text);
    }

    /// Takes the number 0.
    void clear() {
        set(0, 0);
    }

    /// Takes the number `value` times 10^-`places`.
    void set(long value, int places) {
        digits = value;
        decimals = places;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
    }

    /// Takes the same number as `other`.
    void set(DecimalField other) {
        digits = other.digits;
        decimals = other.decimals;
    }

    /// Moves the decimal point `places` to the left: 1234 becomes 1.234 for three places.
    void movePoint(int places) {
        set(digits, decimals + places);
    }

    /// Takes the shortest decimal number that rounds to `value`.
    ///
    /// @return whether it is one that this class can hold
    boolean set(float value) {
        return Float.isFinite(value) && readAny(Float.toString(value));
    }

    /// The rare forms: an exponent, a plus sign, more than 18 digits.
    private boolean readAny(String text) {
        boolean wrongPoint = point != '.' && text.indexOf('.') >= 0;
        if (text.length() > 100 || wrongPoint) {
            return false;
        }
        try {
            BigDecimal value = new BigDecimal(text.replace(point, '.')).stripTrailingZeros();
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

    /// Compares two numbers by value.
    int compareTo(DecimalField other) {
        return decimals == other.decimals
                ? Long.compare(digits, other.digits)
                : BigDecimal.valueOf(digits, decimals).compareTo(BigDecimal.valueOf(other.digits, other.decimals));
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

    @Override
    public String toString() {
        return BigDecimal.valueOf(digits, decimals).toPlainString();
    }
}
