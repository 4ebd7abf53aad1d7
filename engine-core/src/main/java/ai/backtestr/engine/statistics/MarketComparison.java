package ai.backtestr.engine.statistics;

import java.util.List;

/// A run beside holding the instrument from its first price to its last.
final class MarketComparison {
    private final double[] run;
    private final double[] market;
    private final Sample active;
    private final double runReturn;
    private final double holdReturn;

    private MarketComparison(double[] run, double[] market, Sample active, double runReturn, double holdReturn) {
        this.run = run;
        this.market = market;
        this.active = active;
        this.runReturn = runReturn;
        this.holdReturn = holdReturn;
    }

    /// @param dayEnds equity at the end of each day
    /// @param dayCloses price at the end of the same days
    static MarketComparison of(long startEquity, List<Long> dayEnds, long firstPrice, List<Long> dayCloses) {
        return new MarketComparison(
                logReturns(startEquity, dayEnds),
                logReturns(firstPrice, dayCloses),
                activeReturns(startEquity, dayEnds, firstPrice, dayCloses),
                simpleReturn(startEquity, dayEnds),
                simpleReturn(firstPrice, dayCloses));
    }

    private static double[] logReturns(long start, List<Long> values) {
        double[] returns = new double[values.size()];
        double before = start;
        for (int i = 0; i < returns.length; i++) {
            double after = values.get(i);
            returns[i] = Math.log(after / before);
            before = after;
        }
        return returns;
    }

    private static Sample activeReturns(long startEquity, List<Long> dayEnds, long firstPrice, List<Long> dayCloses) {
        double[] returns = new double[Math.min(dayEnds.size(), dayCloses.size())];
        double equity = startEquity;
        double price = firstPrice;
        for (int i = 0; i < returns.length; i++) {
            returns[i] = dayEnds.get(i) / equity - dayCloses.get(i) / price;
            equity = dayEnds.get(i);
            price = dayCloses.get(i);
        }
        return new Sample(returns);
    }

    private static double simpleReturn(long start, List<Long> values) {
        return values.isEmpty() ? Double.NaN : Ratio.of(values.getLast() - start, start);
    }

    /// Sample deviation of the simple daily returns above those of the instrument, brought to a year.
    double trackingError(int daysPerYear) {
        return active.deviation() * Math.sqrt(daysPerYear);
    }

    /// Goodwin (1998), "The Information Ratio", with the arithmetic mean.
    double informationRatio(int daysPerYear) {
        return Ratio.of(active.mean(), active.deviation()) * Math.sqrt(daysPerYear);
    }

    double holdReturn() {
        return holdReturn;
    }

    /// Covariance of both logarithmic daily returns over the variance of the instrument's.
    double beta() {
        double runMean = new Sample(run).mean();
        double marketMean = new Sample(market).mean();
        double shared = 0;
        double own = 0;
        for (int i = 0; i < market.length; i++) {
            shared += (run[i] - runMean) * (market[i] - marketMean);
            own += (market[i] - marketMean) * (market[i] - marketMean);
        }
        return Ratio.of(shared, own);
    }

    /// Jensen (1968), "The Performance of Mutual Funds", over the whole run and without a risk-free rate.
    double alpha() {
        return alpha(runReturn, beta(), holdReturn);
    }

    static double alpha(double runReturn, double beta, double holdReturn) {
        return runReturn - beta * holdReturn;
    }
}
