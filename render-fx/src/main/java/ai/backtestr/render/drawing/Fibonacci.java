package ai.backtestr.render.drawing;

import java.util.List;

/// The levels of a retracement: shares of the way back from the second price to the first, counted evenly in price
/// whatever the scale. 0 is the second price, 1 the first; what is above 1 lies beyond it.
final class Fibonacci {
    static final List<Double> LEVELS = List.of(0.0, 0.236, 0.382, 0.5, 0.618, 0.786, 1.0, 1.272, 1.618);

    private Fibonacci() {}

    static double price(double first, double second, double level) {
        return second + (first - second) * level;
    }
}
