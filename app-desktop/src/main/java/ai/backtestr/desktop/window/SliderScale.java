package ai.backtestr.desktop.window;

import ai.backtestr.engine.strategy.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Where a parameter's values lie on a slider. A slider spans the declared range if that has few values, else a
/// part of it around the default in which a pixel still makes a sensible difference; the field beside it takes the
/// rest.
///
/// Decimal numbers over many powers of ten are spread by their logarithm.
///
/// @param low the slider's position for its smallest value
/// @param high the slider's position for its largest value
/// @param step how far an arrow key moves it
/// @param isLogarithmic whether positions are decimal logarithms of values
/// @param decimals decimals of the values, where they are not spread by their logarithm
record SliderScale(double low, double high, double step, boolean isLogarithmic, int decimals) {
    private static final int FEW_VALUES = 200;
    private static final int TIMES_DEFAULT = 4;
    private static final int DECADES_EACH_WAY = 2;
    private static final double STEPS_PER_DECADE = 20;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    static SliderScale of(Parameter.WholeNumber number) {
        double high = number.maximum();
        if (high - number.minimum() > FEW_VALUES) {
            double wanted = Math.max((double) TIMES_DEFAULT * number.defaultValue(), number.minimum() + 10.0);
            high = Math.min(high, wanted);
        }
        return new SliderScale(number.minimum(), high, 1, false, 0);
    }

    static SliderScale of(Parameter.DecimalNumber number) {
        double minimum = number.minimum().doubleValue();
        double maximum = number.maximum().doubleValue();
        double preset = number.defaultValue().doubleValue();
        if (minimum > 0 && preset > 0 && maximum / minimum > FEW_VALUES * FEW_VALUES) {
            double middle = Math.log10(preset);
            return new SliderScale(
                    Math.max(Math.log10(minimum), middle - DECADES_EACH_WAY),
                    Math.min(Math.log10(maximum), middle + DECADES_EACH_WAY),
                    1 / STEPS_PER_DECADE,
                    true,
                    0);
        }
        // A power of ten that divides the range into a few hundred steps.
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(maximum - minimum)));
        return new SliderScale(minimum, maximum, Math.pow(10, -decimals), false, decimals);
    }

    /// Returns where a value lies, at an end if it is beyond it.
    double position(BigDecimal value) {
        double number = value.doubleValue();
        return Math.clamp(isLogarithmic ? Math.log10(number) : number, low, high);
    }

    /// Returns the value at a position as the parameter reads it.
    String text(double position) {
        double inside = Math.clamp(position, low, high);
        if (!isLogarithmic) {
            return BigDecimal.valueOf(inside)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        BigDecimal value = new BigDecimal(Math.pow(10, inside)).round(TWO_DIGITS);
        return (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString();
    }
}
