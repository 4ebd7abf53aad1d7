package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Books;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import java.math.BigDecimal;
import java.util.List;

/// What came of the money.
final class AccountFigures {
    /// The mean length of a Julian year, 365.25 days.
    private static final double YEAR_NS = 365.25 * 86_400e9;

    private AccountFigures() {}

    static List<Statistic> of(Books account, EquityCurve curve, int daysPerYear) {
        long start = account.startingCash();
        long netProfit = curve.last() - start;
        long closedProfit = TradeTotals.of(account.trades()).profit();
        DailyReturns returns = DailyReturns.of(start, curve.dayEnds());
        return List.of(
                Statistic.money("startEquity", "Starting equity", start, "Cash at the start."),
                Statistic.money(
                        "endEquity",
                        "Final equity",
                        curve.last(),
                        "Cash plus the open position at what closing it would get on the last tick."),
                Statistic.money(
                        "equityPeak",
                        "Highest equity",
                        curve.peak(),
                        "Highest equity over every tick, start included."),
                Statistic.money("netProfit", "Net profit", netProfit, "Final less starting equity."),
                Statistic.percent(
                        "returnPercent", "Return", Ratio.percent(netProfit, start), "Net profit over starting equity."),
                Statistic.percent(
                        "annualReturnPercent",
                        "Annualised return",
                        100 * returns.annualReturn(daysPerYear),
                        "Geometric mean of the daily returns to the power of the trading days in a year, less 1."),
                Statistic.percent(
                        "cagrPercent",
                        "CAGR",
                        100 * growthPerYear((double) curve.last() / start, years(curve)),
                        "Final over starting equity to the power of 1 over the years from the first tick to the last,"
                                + " less 1; a year has 365.25 days of 24 hours."),
                Statistic.money(
                        "openProfit",
                        "Open profit",
                        netProfit - closedProfit,
                        "Net profit less the profit of closed trades: what the open position stands at."),
                Statistic.money("fees", "Fees", account.fees(), "All commission paid."),
                Statistic.money(
                        "swap",
                        "Swap",
                        account.swap(),
                        "What holding positions over night earned, below 0 what it cost; part of the trades' profit."),
                Statistic.money(
                        "slippage",
                        "Slippage",
                        account.slippage(),
                        "What executions cost beyond the quote; part of the trades' profit."),
                new Statistic(
                        "turnover",
                        "Turnover",
                        Statistic.Unit.MONEY,
                        turnover(account),
                        "Price times quantity of both ends of all closed trades."),
                Statistic.percent(
                        "exposurePercent",
                        "Exposure",
                        Ratio.percent(TimeInMarket.of(account.trades()), lengthNs(curve)),
                        "Time in which at least one closed trade was open, over the time from the first tick to the"
                                + " last."));
    }

    private static long lengthNs(EquityCurve curve) {
        return curve.count() == 0 ? 0 : curve.timeNs(curve.count() - 1) - curve.timeNs(0);
    }

    private static double years(EquityCurve curve) {
        return lengthNs(curve) / YEAR_NS;
    }

    private static double growthPerYear(double growth, double years) {
        return years == 0 ? Double.NaN : Math.pow(growth, 1 / years) - 1;
    }

    /// The sum can be beyond what an account can hold, so it is one of decimals.
    private static BigDecimal turnover(Books account) {
        BigDecimal total = BigDecimal.ZERO.setScale(2);
        for (Trade trade : account.trades()) {
            total = total.add(Money.toDecimal(account.worth(trade, trade.entryPrice())))
                    .add(Money.toDecimal(account.worth(trade, trade.exitPrice())));
        }
        return total;
    }
}
