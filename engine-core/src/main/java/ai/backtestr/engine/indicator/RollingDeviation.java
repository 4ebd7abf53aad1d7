package ai.backtestr.engine.indicator;

/// Mean and population standard deviation of the last n numbers: sqrt((n sum(d^2) - sum(d)^2) / n^2), where d is
/// how far a number is from a place near the mean. Equal numbers have a deviation of exactly 0.
///
/// The place stays until numbers lie, or have lain, a million deviations away from it; only then digits would be
/// lost, and the sums are made anew about the present mean. Numbers that far away have to come and leave again
/// before that can repeat, so that it happens once in n numbers at most, and the cost of a number is constant on
/// average.
final class RollingDeviation {
    private static final double FAR_SQUARED = 1e12;

    private final int period;
    private final Window window;
    private final ExactSum sum = new ExactSum();
    private final ExactSum distances = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private final ExactSum difference = new ExactSum();
    private double place;
    private double farthest;
    private double last = Double.NaN;
    private int equalInARow;

    RollingDeviation(int period) {
        this.period = period;
        window = new Window(period);
    }

    void add(double x) {
        if (Double.isNaN(last)) {
            place = x;
        }
        equalInARow = x == last ? equalInARow + 1 : 1;
        last = x;
        boolean full = window.isFull();
        double leaving = window.add(x);
        sum.add(x);
        addDistance(x - place);
        if (full) {
            sum.add(-leaving);
            double distance = leaving - place;
            distances.add(-distance);
            squares.addProduct(-distance, distance);
        }
    }

    private void addDistance(double distance) {
        distances.add(distance);
        squares.addProduct(distance, distance);
        farthest = Math.max(farthest, Math.abs(distance));
    }

    boolean isReady() {
        return window.isFull();
    }

    double mean() {
        return sum.dividedBy(period);
    }

    /// Returns the deviation of a full window.
    double deviation() {
        if (equalInARow >= period) {
            return 0;
        }
        double variance = variance();
        if (farthest * farthest > FAR_SQUARED * variance) {
            moveToMean();
            variance = variance();
        }
        return Math.sqrt(variance);
    }

    private double variance() {
        difference.clear();
        difference.addScaled(period, squares);
        difference.subtractSquare(distances);
        return Math.max(0, difference.value()) / ((double) period * period);
    }

    private void moveToMean() {
        place = mean();
        farthest = 0;
        distances.clear();
        squares.clear();
        for (double x : window.unordered()) {
            addDistance(x - place);
        }
    }
}
