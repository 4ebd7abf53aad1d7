package ai.backtestr.engine.indicator;

/// The mean of the last `period` numbers.
final class SimpleAverage implements Average {
    private final RollingSum sum;

    SimpleAverage(int period) {
        sum = new RollingSum(period);
    }

    @Override
    public double add(double x) {
        sum.add(x);
        return sum.isReady() ? sum.average() : Double.NaN;
    }
}
