package ai.backtestr.engine.statistics;

import java.util.List;

/// How returns spread, and what was earned for it.
final class RiskFigures {
    private RiskFigures() {}

    static List<Statistic> of(DailyReturns returns, int daysPerYear) {
        return List.of(
                Statistic.percent(
                        "volatilityPercent",
                        "Volatility",
                        100 * returns.volatility(daysPerYear),
                        "Sample deviation of daily returns, times the root of the trading days in a year."),
                Statistic.percent(
                        "compoundVolatilityPercent",
                        "Volatility, compounded",
                        100 * returns.compoundVolatility(daysPerYear),
                        "Deviation of a year's compounded return: √((s² + (1+g)²)ⁿ − (1+g)²ⁿ) with the sample variance"
                                + " s² and the geometric mean g of daily returns and n trading days in a year."),
                Statistic.ratio(
                        "sharpe",
                        "Sharpe ratio",
                        returns.sharpe(daysPerYear),
                        "Mean over sample deviation of daily returns, times the root of the trading days in a year;"
                                + " no risk-free rate."),
                Statistic.ratio(
                        "compoundSharpe",
                        "Sharpe ratio, compounded",
                        returns.compoundSharpe(daysPerYear),
                        "Annualised return over compounded volatility; no risk-free rate."),
                Statistic.ratio(
                        "sortino",
                        "Sortino ratio",
                        returns.sortino(daysPerYear),
                        "Mean of daily returns over their downside deviation, times the root of the trading days in a"
                                + " year. Downside deviation is the root of the mean, over all days, of the squares"
                                + " of returns below 0; target 0."),
                Statistic.ratio(
                        "compoundSortino",
                        "Sortino ratio, compounded",
                        returns.compoundSortino(daysPerYear),
                        "Annualised return over downside deviation times the root of the trading days in a year."),
                Statistic.percent(
                        "probabilisticSharpePercent",
                        "Probabilistic Sharpe ratio",
                        100 * returns.probabilisticSharpe(),
                        "Probability that the true Sharpe ratio is above 0, by the number, skewness and kurtosis of"
                                + " daily returns, both as of a population (Bailey and López de Prado 2012)."),
                Statistic.ratio(
                        "omega",
                        "Omega ratio",
                        returns.omega(),
                        "Sum of daily returns above 0 over the sum of those below, as a positive number; threshold 0."),
                Statistic.ratio(
                        "skew",
                        "Skewness",
                        returns.sample().skew(),
                        "Skewness of daily returns, corrected for the size of the sample (G1)."),
                Statistic.ratio(
                        "kurtosis",
                        "Excess kurtosis",
                        returns.sample().excessKurtosis(),
                        "Excess kurtosis of daily returns, corrected for the size of the sample (G2); 0 if normal."),
                valueAtRisk(returns, 95),
                valueAtRisk(returns, 99),
                expectedShortfall(returns, 95),
                expectedShortfall(returns, 99));
    }

    private static Statistic valueAtRisk(DailyReturns returns, int level) {
        return Statistic.percent(
                "valueAtRisk" + level + "Percent",
                "Value at risk " + level + " %",
                100 * returns.valueAtRisk(level / 100.0),
                "Loss not exceeded on " + level + " % of the days: the quantile of the daily returns that were,"
                        + " between neighbours in proportion, as a positive number.");
    }

    private static Statistic expectedShortfall(DailyReturns returns, int level) {
        return Statistic.percent(
                "expectedShortfall" + level + "Percent",
                "Expected shortfall " + level + " %",
                100 * returns.expectedShortfall(level / 100.0),
                "Mean loss on the days that lost the value at risk or more, as a positive number.");
    }
}
