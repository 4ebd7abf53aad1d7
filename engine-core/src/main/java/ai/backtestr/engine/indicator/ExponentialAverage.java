package ai.backtestr.engine.indicator;

/// `average += (x - average) * weight`, begun with the mean of the first `period` numbers.
final class ExponentialAverage implements Average {
    private final int period;
    private final double weight;
    private int seen;
    private double sum;
    private double value = Double.NaN;

    private ExponentialAverage(int period, double weight) {
        this.period = period;
        this.weight = weight;
    }

    /// The usual one, of weight 2 / (period + 1).
    static ExponentialAverage ofPeriod(int period) {
        return new ExponentialAverage(period, 2.0 / (period + 1.0));
    }

    /// J. Welles Wilder's, of weight 1 / period.
    static ExponentialAverage wilder(int period) {
        return new ExponentialAverage(period, 1.0 / period);
    }

    @Override
    public double add(double x) {
        if (seen < period) {
            seen++;
            sum += x;
            value = seen == period ? sum / period : Double.NaN;
        } else {
            value += (x - value) * weight;
        }
        return value;
    }
}
