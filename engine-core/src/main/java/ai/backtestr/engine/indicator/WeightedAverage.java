package ai.backtestr.engine.indicator;

/// The mean of the last `period` numbers with weights 1 to `period`, the newest the heaviest.
final class WeightedAverage implements Average {
    private final RollingLine line;

    WeightedAverage(int period) {
        line = new RollingLine(period);
    }

    @Override
    public double add(double x) {
        line.add(x);
        return line.isReady() ? line.weightedAverage() : Double.NaN;
    }
}
