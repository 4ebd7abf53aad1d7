package ai.backtestr.engine.statistics;

/// The standard normal distribution.
final class NormalDistribution {
    private static final double HALF_LOG_2_PI = 0.918_938_533_204_672_8;
    /// Beyond, the probability is 0 or 1 to the last bit that matters here.
    private static final double FAR = 8;

    private NormalDistribution() {}

    /// Probability of a value up to `x`, to about 15 digits: the Taylor series about 0 of Marsaglia (2004),
    /// "Evaluating the Normal Distribution", Journal of Statistical Software 11(4),
    /// 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …).
    static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (Math.abs(x) > FAR) {
            return x < 0 ? 0 : 1;
        }
        double sum = x;
        double before = 0;
        double term = x;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * x * x - HALF_LOG_2_PI);
    }
}
