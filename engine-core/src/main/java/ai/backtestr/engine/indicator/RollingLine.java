package ai.backtestr.engine.indicator;

/// The sums over the last n numbers y(1), the oldest, to y(n) that a weighted mean and a line of least squares
/// need: S, the sum of all y(i), and W, the sum of all i y(i). When a number comes in, every weight falls by one:
/// `W += n y - S`, with S as it was before.
final class RollingLine {
    private final int period;
    private final Window window;
    private final ExactSum sum = new ExactSum();
    private final ExactSum weighted = new ExactSum();
    private final ExactSum difference = new ExactSum();

    RollingLine(int period) {
        this.period = period;
        window = new Window(period);
    }

    void add(double y) {
        // While the window fills, the places not yet taken count as numbers that are 0.
        weighted.addScaled(-1, sum);
        weighted.addProduct(period, y);
        sum.add(y);
        sum.add(-window.add(y));
    }

    boolean isReady() {
        return window.isFull();
    }

    double weightedAverage() {
        return weighted.dividedBy(0.5 * period * (period + 1.0));
    }

    /// Returns the slope of the line, per bar: (12 W - 6 (n + 1) S) / (n (n^2 - 1)).
    double slope() {
        double n = period;
        difference.clear();
        difference.addScaled(-6 * (n + 1), sum);
        difference.addScaled(12, weighted);
        return difference.dividedBy(n * (n * n - 1));
    }

    /// Returns the line's value at the newest number.
    double end() {
        return sum.dividedBy(period) + slope() * (0.5 * (period - 1));
    }
}
