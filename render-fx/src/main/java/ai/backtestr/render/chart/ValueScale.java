package ai.backtestr.render.chart;

/// The way from a value (a price, an equity) to a height on screen: linear, or by the logarithm where all
/// values are above 0. Lengths are in logical pixels; y grows downwards.
final class ValueScale {
    private boolean logarithmic;
    private double low;
    private double high = 1;
    private double top;
    private double bottom = 1;

    /// Maps `low` to `bottom` and `high` to `top`. A range without extent is widened around its value.
    void set(double newLow, double newHigh, double newTop, double newBottom) {
        set(newLow, newHigh, newTop, newBottom, 1, false);
    }

    /// Maps a range to heights.
    ///
    /// @param zoom how often the range's height is shown around its middle; 1 fills the height with it
    /// @param byLogarithm whether equal ratios rather than equal differences have equal heights, where values
    ///     allow
    void set(double newLow, double newHigh, double newTop, double newBottom, double zoom, boolean byLogarithm) {
        double spread = newHigh > newLow ? 0 : Math.max(Math.abs(newHigh) * 1e-3, 1e-9);
        logarithmic = byLogarithm && newLow - spread > 0;
        double from = inner(newLow - spread);
        double to = inner(newHigh + spread);
        double middle = (from + to) / 2;
        double half = (to - from) / 2 / zoom;
        low = middle - half;
        high = middle + half;
        top = newTop;
        bottom = Math.max(newBottom, newTop + 1);
    }

    private double inner(double value) {
        return logarithmic ? Math.log(value) : value;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    double y(double value) {
        return bottom - (inner(value) - low) / (high - low) * (bottom - top);
    }

    double value(double y) {
        double inner = low + (bottom - y) / (bottom - top) * (high - low);
        return logarithmic ? Math.exp(inner) : inner;
    }
}
