package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import java.util.List;

/// The figures of a run, in the order in which they are shown.
public final class Statistics {
    private final List<Statistic> all;

    private Statistics(List<Statistic> all) {
        this.all = all;
    }

    /// Works the figures out. `daysPerYear` annualises; see [ai.backtestr.engine.instrument.TradingCalendar].
    public static Statistics of(Account account, EquityCurve curve, int daysPerYear) {
        TradeTotals trades = TradeTotals.of(account.trades());
        long netProfit = curve.last() - account.startingCash();
        long closedProfit = trades.grossProfit() - trades.grossLoss();
        return new Statistics(List.of(
                Statistic.money("startEquity", "Starting equity", account.startingCash(), "Cash at the start."),
                Statistic.money(
                        "endEquity",
                        "Final equity",
                        curve.last(),
                        "Cash plus the open position at what closing it would get on the last tick."),
                Statistic.money("netProfit", "Net profit", netProfit, "Final less starting equity."),
                Statistic.percent(
                        "returnPercent",
                        "Return",
                        percent(netProfit, account.startingCash()),
                        "Net profit over starting equity."),
                Statistic.money(
                        "openProfit",
                        "Open profit",
                        netProfit - closedProfit,
                        "Net profit less the profit of closed trades: what the open position stands at."),
                Statistic.money(
                        "maxDrawdown",
                        "Max drawdown",
                        curve.maxDrawdown(),
                        "Deepest fall of equity below its highest value so far, over every tick."),
                Statistic.percent(
                        "maxDrawdownPercent",
                        "Max drawdown %",
                        percent(curve.maxDrawdown(), curve.maxDrawdownPeak()),
                        "Deepest fall in money over the peak it was measured from."),
                Statistic.ratio(
                        "sharpe",
                        "Sharpe ratio",
                        DailyReturns.of(account.startingCash(), curve.dayEnds()).sharpe(daysPerYear),
                        "Mean over sample deviation of daily returns, times the root of the trading days in a year;"
                                + " no risk-free rate."),
                Statistic.count("trades", "Trades", trades.count(), "Closed round trips, first in, first out."),
                Statistic.count("wins", "Winning trades", trades.wins(), "Trades with a profit above 0 after fees."),
                Statistic.percent(
                        "winRate", "Win rate", percent(trades.wins(), trades.count()), "Winning trades over trades."),
                Statistic.money("grossProfit", "Gross profit", trades.grossProfit(), "Sum of the winning trades."),
                Statistic.money(
                        "grossLoss",
                        "Gross loss",
                        trades.grossLoss(),
                        "Sum of the losing trades, as a positive number."),
                Statistic.ratio(
                        "profitFactor",
                        "Profit factor",
                        ratio(trades.grossProfit(), trades.grossLoss()),
                        "Gross profit over gross loss."),
                Statistic.money(
                        "averageTrade",
                        "Average trade",
                        trades.count() == 0 ? 0 : closedProfit / trades.count(),
                        "Profit of closed trades over their number."),
                Statistic.money("largestWin", "Largest win", trades.largestWin(), "Highest profit of a trade."),
                Statistic.money(
                        "largestLoss",
                        "Largest loss",
                        trades.largestLoss(),
                        "Deepest loss of a trade, as a positive number."),
                Statistic.money("fees", "Fees", account.fees(), "All commission paid.")));
    }

    private static double percent(long part, long whole) {
        return 100.0 * ratio(part, whole);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / (double) whole;
    }

    /// Returns all figures.
    public List<Statistic> all() {
        return all;
    }

    /// Returns the figure called `id`.
    ///
    /// @throws IllegalArgumentException if there is none
    public Statistic get(String id) {
        return all.stream()
                .filter(statistic -> statistic.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statistic is called '" + id + "'"));
    }

    private record TradeTotals(
            int count, int wins, long grossProfit, long grossLoss, long largestWin, long largestLoss) {
        static TradeTotals of(List<Trade> trades) {
            int wins = 0;
            long grossProfit = 0;
            long grossLoss = 0;
            long largestWin = 0;
            long largestLoss = 0;
            for (Trade trade : trades) {
                if (trade.profit() > 0) {
                    wins++;
                    grossProfit += trade.profit();
                    largestWin = Math.max(largestWin, trade.profit());
                } else {
                    grossLoss -= trade.profit();
                    largestLoss = Math.max(largestLoss, -trade.profit());
                }
            }
            return new TradeTotals(trades.size(), wins, grossProfit, grossLoss, largestWin, largestLoss);
        }
    }
}
