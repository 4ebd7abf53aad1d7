package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.EquityCurve;
import java.util.List;

/// How far equity fell and for how long.
final class DrawdownFigures {
    private DrawdownFigures() {}

    static List<Statistic> of(long startEquity, EquityCurve curve, int daysPerYear) {
        long startNs = curve.count() == 0 ? 0 : curve.timeNs(0);
        Drawdowns days = Drawdowns.of(startNs, startEquity, curve.dayTimes(), curve.dayEnds());
        double annualReturn = DailyReturns.of(startEquity, curve.dayEnds()).annualReturn(daysPerYear);
        return List.of(
                Statistic.money(
                        "maxDrawdown",
                        "Max drawdown",
                        curve.maxDrawdown(),
                        "Deepest fall of equity below its highest value so far, over every tick."),
                Statistic.percent(
                        "maxDrawdownPercent",
                        "Max drawdown %",
                        Ratio.percent(curve.maxDrawdown(), curve.maxDrawdownPeak()),
                        "Deepest fall in money over the peak it was measured from."),
                Statistic.percent(
                        "maxRelativeDrawdownPercent",
                        "Max relative drawdown",
                        100 * curve.maxRelativeDrawdown(),
                        "Deepest fall as a share of the peak it was measured from, over every tick; early on, a smaller"
                                + " fall in money can be a larger share."),
                Statistic.percent(
                        "averageDrawdownPercent",
                        "Average drawdown",
                        100 * days.averageShare(),
                        "Mean of the deepest points of all drawdowns, each as a share of its peak. A drawdown lasts"
                                + " from a peak at the end of a day until equity is back at it at the end of a day,"
                                + " or to the last day."),
                Statistic.duration(
                        "maxDrawdownDuration",
                        "Longest drawdown",
                        days.lengths().longest(),
                        "Longest time from a peak to its recovery or the last day, in whole trading days on the"
                                + " calendar, weekends included."),
                Statistic.duration(
                        "averageDrawdownDuration",
                        "Average drawdown length",
                        days.lengths().mean(),
                        "Mean time from a peak to its recovery or the last day, on the calendar, weekends included."),
                Statistic.duration(
                        "maxRecoveryDuration",
                        "Longest recovery",
                        days.recoveries().longest(),
                        "Longest time from the deepest day of a drawdown to the day that was back at the peak, or to the"
                                + " last day."),
                Statistic.ratio(
                        "recoveryFactor",
                        "Recovery factor",
                        Ratio.of(curve.last() - startEquity, curve.maxDrawdown()),
                        "Net profit over max drawdown in money."),
                Statistic.ratio(
                        "calmar",
                        "Calmar ratio",
                        Ratio.of(annualReturn, curve.maxRelativeDrawdown()),
                        "Annualised return over max relative drawdown, over the whole run (Young 1991 takes the last"
                                + " three years)."),
                Statistic.percent(
                        "ulcerIndexPercent",
                        "Ulcer index",
                        100 * days.ulcerIndex(),
                        "Root of the mean square, over all days, of the distance of equity from its peak, as a share of"
                                + " the peak (Martin and McCann 1989)."));
    }
}
