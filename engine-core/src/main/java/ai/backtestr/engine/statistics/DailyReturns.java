package ai.backtestr.engine.statistics;

import java.util.List;

/// Simple returns from one trading day's final equity to the next, the first from the starting equity.
final class DailyReturns {
    private final double[] returns;

    private DailyReturns(double[] returns) {
        this.returns = returns;
    }

    static DailyReturns of(long startEquity, List<Long> dayEnds) {
        double[] returns = new double[dayEnds.size()];
        double before = startEquity;
        for (int i = 0; i < returns.length; i++) {
            double after = dayEnds.get(i);
            returns[i] = after / before - 1;
            before = after;
        }
        return new DailyReturns(returns);
    }

    double mean() {
        double sum = 0;
        for (double value : returns) {
            sum += value;
        }
        return sum / returns.length;
    }

    /// Deviation of a sample: divides by n - 1.
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (double value : returns) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (returns.length - 1));
    }

    /// Sharpe (1994), "The Sharpe Ratio", without a risk-free rate; `NaN` for fewer than two days or no deviation.
    double sharpe(int daysPerYear) {
        if (returns.length < 2) {
            return Double.NaN;
        }
        double deviation = deviation();
        return deviation == 0 ? Double.NaN : mean() / deviation * Math.sqrt(daysPerYear);
    }
}
