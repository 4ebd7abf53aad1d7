package ai.backtestr.engine.indicator;

/// A running sum that does not drift: an unevaluated sum of two doubles, some 106 bits.
///
/// What enters and later leaves again cancels to the last bit, as long as the largest and the smallest of ten
/// thousand numbers lie within a factor of 2^40; beyond that the error is about 2^-106 of the largest. So a window
/// over a million bars equals the sum over its own bars alone.
///
/// Source: T. J. Dekker, A floating-point technique for extending the available precision (1971); the error of an
/// addition by D. E. Knuth's TwoSum, that of a product by `fma`.
final class ExactSum {
    private double high;
    private double low;

    void clear() {
        high = 0;
        low = 0;
    }

    void add(double x) {
        double sum = high + x;
        double shift = sum - high;
        double error = (high - (sum - shift)) + (x - shift);
        double rest = low + error;
        high = sum + rest;
        low = rest - (high - sum);
    }

    /// Adds `a` times `b`, the product not rounded.
    void addProduct(double a, double b) {
        double product = a * b;
        add(Math.fma(a, b, -product));
        add(product);
    }

    /// Adds `factor` times another sum.
    void addScaled(double factor, ExactSum other) {
        addProduct(factor, other.low);
        addProduct(factor, other.high);
    }

    /// Subtracts the square of another sum.
    void subtractSquare(ExactSum other) {
        addProduct(-other.low, other.low);
        addProduct(-2 * other.low, other.high);
        addProduct(-other.high, other.high);
    }

    double value() {
        return high;
    }

    /// Returns the sum divided by `divisor`, correct to the last bit but for rare half-way cases: `n` times x over
    /// n is x.
    double dividedBy(double divisor) {
        double quotient = high / divisor;
        double rest = Math.fma(-quotient, divisor, high) + low;
        return quotient + rest / divisor;
    }
}
