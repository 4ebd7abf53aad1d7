package ai.backtestr.engine.statistics;

import java.util.Arrays;

/// Numbers and their moments. What is not defined for so few of them is `NaN`.
final class Sample {
    private final double[] values;

    Sample(double[] values) {
        this.values = values.clone();
    }

    int size() {
        return values.length;
    }

    double sum() {
        return Arrays.stream(values).sum();
    }

    double mean() {
        return values.length == 0 ? Double.NaN : sum() / values.length;
    }

    double min() {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    double max() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /// Variance of a sample: divides by n - 1.
    double variance() {
        return values.length < 2 ? Double.NaN : centralMoment(2) * values.length / (values.length - 1);
    }

    /// Deviation of a sample: divides by n - 1.
    double deviation() {
        return Math.sqrt(variance());
    }

    /// Mean of the `power`-th powers of the distances from the mean.
    private double centralMoment(int power) {
        double mean = mean();
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, power))
                .average()
                .orElse(Double.NaN);
    }

    /// Skewness of the numbers as a population: m3 / m2^1.5.
    double populationSkew() {
        return orUndefined(centralMoment(3) / Math.pow(centralMoment(2), 1.5));
    }

    /// Kurtosis of the numbers as a population, 3 for the normal distribution: m4 / m2^2.
    double populationKurtosis() {
        return orUndefined(centralMoment(4) / Math.pow(centralMoment(2), 2));
    }

    /// Skewness of a sample, G1 of Joanes and Gill (1998), as spreadsheets have it; from three numbers on.
    double skew() {
        double n = values.length;
        return n < 3 ? Double.NaN : populationSkew() * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /// Excess kurtosis of a sample, G2 of Joanes and Gill (1998), as spreadsheets have it; from four numbers on.
    double excessKurtosis() {
        double n = values.length;
        double excess = populationKurtosis() - 3;
        return n < 4 ? Double.NaN : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }

    /// The number below which `share` of the sample lies, between neighbours in proportion: type 7 of Hyndman and
    /// Fan (1996).
    double quantile(double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// Mean of the numbers that are `limit` or less.
    double meanUpTo(double limit) {
        return Arrays.stream(values).filter(value -> value <= limit).average().orElse(Double.NaN);
    }

    /// Root of the mean square of what lies below 0; the rest counts as 0.
    double downsideDeviation() {
        return Math.sqrt(Arrays.stream(values)
                .map(value -> Math.min(value, 0))
                .map(value -> value * value)
                .average()
                .orElse(Double.NaN));
    }

    /// Sum of what lies above 0 over the sum, without its sign, of what lies below.
    double gainsOverLosses() {
        double gains = Arrays.stream(values).filter(value -> value > 0).sum();
        double losses = -Arrays.stream(values).filter(value -> value < 0).sum();
        return Ratio.of(gains, losses);
    }

    private static double orUndefined(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
