package ai.backtestr.engine.statistics;

import java.util.List;

/// Simple returns from one trading day's final equity to the next, the first from the starting equity, and the
/// ratios made of them. There is no risk-free rate. What is not defined is `NaN`.
///
/// Two ways of bringing a day to a year stand beside each other. The usual one takes the arithmetic mean times the
/// days of a year and the deviation times their root. The compounding one takes the geometric mean to the power of
/// the days and the deviation of a product of independent days (Tobin 1965); it is what backtesting.py reports.
final class DailyReturns {
    private final Sample sample;
    private final double growth;

    private DailyReturns(Sample sample, double growth) {
        this.sample = sample;
        this.growth = growth;
    }

    static DailyReturns of(long startEquity, List<Long> dayEnds) {
        double[] returns = new double[dayEnds.size()];
        double before = startEquity;
        for (int i = 0; i < returns.length; i++) {
            double after = dayEnds.get(i);
            returns[i] = after / before - 1;
            before = after;
        }
        return new DailyReturns(new Sample(returns), before / startEquity);
    }

    Sample sample() {
        return sample;
    }

    double mean() {
        return sample.mean();
    }

    double deviation() {
        return sample.deviation();
    }

    /// The constant return a day that leads from the starting equity to the final one.
    double geometricMean() {
        return sample.size() == 0 ? Double.NaN : Math.pow(growth, 1.0 / sample.size()) - 1;
    }

    double annualReturn(int daysPerYear) {
        return Math.pow(1 + geometricMean(), daysPerYear) - 1;
    }

    double volatility(int daysPerYear) {
        return deviation() * Math.sqrt(daysPerYear);
    }

    /// Deviation of the product of a year's independent days: √((s² + (1+g)²)ⁿ − (1+g)²ⁿ).
    double compoundVolatility(int daysPerYear) {
        double square = Math.pow(1 + geometricMean(), 2);
        return Math.sqrt(Math.pow(sample.variance() + square, daysPerYear) - Math.pow(square, daysPerYear));
    }

    /// Sharpe (1994), "The Sharpe Ratio"; not defined for fewer than two days or no deviation.
    double sharpe(int daysPerYear) {
        return dailySharpe() * Math.sqrt(daysPerYear);
    }

    private double dailySharpe() {
        return Ratio.of(mean(), deviation());
    }

    double compoundSharpe(int daysPerYear) {
        return Ratio.of(annualReturn(daysPerYear), compoundVolatility(daysPerYear));
    }

    /// Sortino and Price (1994), "Performance Measurement in a Downside Risk Framework", with a target of 0.
    double sortino(int daysPerYear) {
        return Ratio.of(mean(), sample.downsideDeviation()) * Math.sqrt(daysPerYear);
    }

    double compoundSortino(int daysPerYear) {
        return Ratio.of(annualReturn(daysPerYear), sample.downsideDeviation() * Math.sqrt(daysPerYear));
    }

    /// Keating and Shadwick (2002), "A Universal Performance Measure", with a threshold of 0.
    double omega() {
        return sample.gainsOverLosses();
    }

    double probabilisticSharpe() {
        return probabilisticSharpe(dailySharpe(), sample.size(), sample.populationSkew(), sample.populationKurtosis());
    }

    /// Bailey and López de Prado (2012), "The Sharpe Ratio Efficient Frontier", equation 11, against a Sharpe ratio
    /// of 0: Φ(s √(n−1) / √(1 − γ₃ s + (γ₄−1)/4 s²)).
    static double probabilisticSharpe(double sharpe, int count, double skew, double kurtosis) {
        double spread = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        return NormalDistribution.cumulative(sharpe * Math.sqrt(count - 1) / Math.sqrt(spread));
    }

    /// The loss not exceeded on `level` of the days, as a positive share; below 0 where even that is a gain.
    double valueAtRisk(double level) {
        return -sample.quantile(1 - level);
    }

    /// Mean loss on the days that lose the value at risk or more.
    double expectedShortfall(double level) {
        return -sample.meanUpTo(sample.quantile(1 - level));
    }
}
