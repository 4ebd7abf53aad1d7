package ai.backtestr.engine.strategy.builtin;

/// How many population deviations the spread of two logarithmic prices is from its mean over the last bars, the
/// present one included.
final class SpreadScore {
    private final int period;
    private final boolean regresses;
    private final double[] first;
    private final double[] second;
    private int count;
    private double slope = 1;
    private double value;

    SpreadScore(int period, boolean regresses) {
        this.period = period;
        this.regresses = regresses;
        first = new double[period];
        second = new double[period];
    }

    /// Takes in two closes of the same bar, both above 0.
    void add(double a, double b) {
        int at = count++ % period;
        first[at] = Math.log(a);
        second[at] = Math.log(b);
        if (isReady()) {
            evaluate(at);
        }
    }

    boolean isReady() {
        return count >= period;
    }

    /// Returns the score; 0 where the spread never moved.
    double value() {
        return value;
    }

    /// Returns how much of the second goes with one of the first.
    double slope() {
        return slope;
    }

    private void evaluate(int at) {
        double meanA = mean(first);
        double meanB = mean(second);
        slope = regresses ? slope(meanA, meanB) : 1;
        double squares = 0;
        for (int i = 0; i < period; i++) {
            double distance = distance(i, meanA, meanB);
            squares += distance * distance;
        }
        double deviation = Math.sqrt(squares / period);
        value = deviation == 0 ? 0 : distance(at, meanA, meanB) / deviation;
    }

    /// Returns how far the spread of a bar is from its mean.
    private double distance(int i, double meanA, double meanB) {
        return first[i] - meanA - slope * (second[i] - meanB);
    }

    private double slope(double meanA, double meanB) {
        double shared = 0;
        double own = 0;
        for (int i = 0; i < period; i++) {
            shared += (first[i] - meanA) * (second[i] - meanB);
            own += (second[i] - meanB) * (second[i] - meanB);
        }
        return own == 0 ? 0 : shared / own;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double one : values) {
            sum += one;
        }
        return sum / values.length;
    }
}
