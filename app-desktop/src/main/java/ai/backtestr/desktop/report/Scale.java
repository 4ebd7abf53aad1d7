package ai.backtestr.desktop.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A straight way from values to places in a drawing.
///
/// @param low the lowest value
/// @param high the highest, above the lowest
/// @param atLow where the lowest is
/// @param atHigh where the highest is
record Scale(double low, double high, double atLow, double atHigh) {
    private static final double ROOM = 0.04;

    /// Returns a scale from `low` to `high` and a little beyond; of equal values, around them.
    static Scale around(double low, double high, double atLow, double atHigh) {
        double reach = high > low ? (high - low) * ROOM : Math.max(1e-9, Math.abs(high) * ROOM + 1e-6);
        return new Scale(low - reach, high + reach, atLow, atHigh);
    }

    double at(double value) {
        return atLow + (value - low) / (high - low) * (atHigh - atLow);
    }

    /// Returns 1, 2 or 5 times a power of ten so that at most about `most` of them fit in.
    double step(int most) {
        double least = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= least) {
                return times * power;
            }
        }
        return 10 * power;
    }

    /// Returns the multiples of `step` within.
    List<Double> multiples(double step) {
        List<Double> all = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            all.add(i * step);
        }
        return all;
    }

    /// Writes a multiple of `step` with the decimals that it needs, large ones in thousands or millions.
    static String label(double value, double step) {
        double unit = step >= 1e6 ? 1e6 : step >= 10_000 ? 1e3 : 1;
        String letter = step >= 1e6 ? "M" : step >= 10_000 ? "k" : "";
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step / unit)));
        BigDecimal rounded = BigDecimal.valueOf(value / unit).setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded) + letter;
    }
}
