package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.EquityCurve;
import java.util.List;

/// The run beside holding the instrument.
final class MarketFigures {
    private MarketFigures() {}

    static List<Statistic> of(long startEquity, EquityCurve curve, int daysPerYear) {
        MarketComparison market =
                MarketComparison.of(startEquity, curve.dayEnds(), curve.firstPrice(), curve.dayCloses());
        return List.of(
                Statistic.percent(
                        "buyHoldReturnPercent",
                        "Buy and hold",
                        100 * market.holdReturn(),
                        "Last price of the instrument over its first, less 1, by the price that bars are made of; no"
                                + " costs."),
                Statistic.ratio(
                        "beta",
                        "Beta",
                        market.beta(),
                        "Covariance of the daily logarithmic returns of equity and instrument over the variance of the"
                                + " instrument's."),
                Statistic.percent(
                        "alphaPercent",
                        "Alpha",
                        100 * market.alpha(),
                        "Return less beta times buy and hold, over the whole run; no risk-free rate (Jensen 1968)."),
                Statistic.ratio(
                        "informationRatio",
                        "Information ratio",
                        market.informationRatio(daysPerYear),
                        "Mean over sample deviation of the daily returns above those of buy and hold, times the root of"
                                + " the trading days in a year (Goodwin 1998)."),
                Statistic.percent(
                        "trackingErrorPercent",
                        "Tracking error",
                        100 * market.trackingError(daysPerYear),
                        "Sample deviation of the daily returns above those of buy and hold, times the root of the"
                                + " trading days in a year."));
    }
}
