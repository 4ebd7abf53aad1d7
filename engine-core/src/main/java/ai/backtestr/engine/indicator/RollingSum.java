package ai.backtestr.engine.indicator;

/// The sum of the last `period` numbers, without drift.
final class RollingSum {
    private final Window window;
    private final ExactSum sum = new ExactSum();

    RollingSum(int period) {
        window = new Window(period);
    }

    void add(double x) {
        sum.add(x);
        sum.add(-window.add(x));
    }

    boolean isReady() {
        return window.isFull();
    }

    double value() {
        return sum.value();
    }

    double average() {
        return sum.dividedBy(window.length());
    }
}
