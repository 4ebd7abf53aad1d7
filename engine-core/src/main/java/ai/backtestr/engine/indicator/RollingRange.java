package ai.backtestr.engine.indicator;

/// Highest and lowest of the last `period` bars or numbers.
final class RollingRange {
    private final RollingExtreme highest;
    private final RollingExtreme lowest;

    RollingRange(int period) {
        highest = RollingExtreme.highest(period);
        lowest = RollingExtreme.lowest(period);
    }

    void add(double high, double low) {
        highest.add(high);
        lowest.add(low);
    }

    boolean isReady() {
        return highest.isReady();
    }

    double highest() {
        return highest.value();
    }

    double lowest() {
        return lowest.value();
    }

    int highestAge() {
        return highest.age();
    }

    int lowestAge() {
        return lowest.age();
    }

    /// Returns the middle, or `NaN` while there are too few.
    double middle() {
        return isReady() ? (highest() + lowest()) / 2 : Double.NaN;
    }

    /// Returns where `x` lies between lowest and highest, 0 to 100; 0 if they are the same, as TA-Lib does.
    double percent(double x) {
        double range = highest() - lowest();
        return range == 0 ? 0 : (x - lowest()) / range * 100;
    }
}
