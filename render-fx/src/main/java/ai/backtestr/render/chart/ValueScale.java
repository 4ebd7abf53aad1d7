package ai.backtestr.render.chart;

/// The linear way from a value (a price, an equity) to a height on screen. Lengths are in logical pixels; y grows
/// downwards.
final class ValueScale {
    private double low;
    private double high = 1;
    private double top;
    private double bottom = 1;

    /// Maps `low` to `bottom` and `high` to `top`. A range without extent is widened around its value.
    void set(double newLow, double newHigh, double newTop, double newBottom) {
        double spread = newHigh > newLow ? 0 : Math.max(Math.abs(newHigh) * 1e-3, 1e-9);
        low = newLow - spread;
        high = newHigh + spread;
        top = newTop;
        bottom = Math.max(newBottom, newTop + 1);
    }

    double y(double value) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }

    double value(double y) {
        return low + (bottom - y) / (bottom - top) * (high - low);
    }
}
