package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Books;
import ai.backtestr.engine.account.Trade;
import java.util.List;
import java.util.stream.Stream;

/// The figures of closed trades.
final class TradeFigures {
    private TradeFigures() {}

    /// @param trades some or all of those of `account`
    static List<Statistic> of(Books account, List<Trade> trades) {
        return Stream.of(
                        money(TradeTotals.of(trades)),
                        returns(account, trades),
                        excursions(Excursions.of(account, trades)),
                        series(trades),
                        durations(trades))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Statistic> money(TradeTotals trades) {
        return List.of(
                Statistic.count("trades", "Trades", trades.count(), "Closed round trips, first in, first out."),
                Statistic.count("wins", "Winning trades", trades.wins(), "Trades with a profit above 0 after fees."),
                Statistic.count("losses", "Losing trades", trades.losses(), "Trades with a loss after fees."),
                Statistic.percent(
                        "winRate",
                        "Win rate",
                        Ratio.percent(trades.wins(), trades.count()),
                        "Winning trades over trades."),
                Statistic.money("grossProfit", "Gross profit", trades.grossProfit(), "Sum of the winning trades."),
                Statistic.money(
                        "grossLoss",
                        "Gross loss",
                        trades.grossLoss(),
                        "Sum of the losing trades, as a positive number."),
                Statistic.ratio(
                        "profitFactor",
                        "Profit factor",
                        Ratio.of(trades.grossProfit(), trades.grossLoss()),
                        "Gross profit over gross loss."),
                Statistic.meanMoney(
                        "averageTrade",
                        "Average trade",
                        trades.profit(),
                        trades.count(),
                        "Profit of closed trades over their number: the expectancy of a trade in money."),
                Statistic.meanMoney(
                        "averageWin",
                        "Average win",
                        trades.grossProfit(),
                        trades.wins(),
                        "Gross profit over the number of winning trades."),
                Statistic.meanMoney(
                        "averageLoss",
                        "Average loss",
                        trades.grossLoss(),
                        trades.losses(),
                        "Gross loss over the number of losing trades, as a positive number."),
                Statistic.ratio("payoffRatio", "Payoff ratio", trades.payoff(), "Average win over average loss."),
                Statistic.money("largestWin", "Largest win", trades.largestWin(), "Highest profit of a trade."),
                Statistic.money(
                        "largestLoss",
                        "Largest loss",
                        trades.largestLoss(),
                        "Deepest loss of a trade, as a positive number."),
                Statistic.ratio(
                        "kelly",
                        "Kelly criterion",
                        trades.kelly(),
                        "p − (1 − p) / payoff ratio, with the share p of winning trades (Kelly 1956)."));
    }

    private static List<Statistic> returns(Books account, List<Trade> trades) {
        TradeReturns returns = TradeReturns.of(account, trades);
        return List.of(
                Statistic.percent(
                        "expectancyPercent",
                        "Expectancy",
                        100 * returns.sample().mean(),
                        "Arithmetic mean of the trades' returns; a trade's return is its profit over price times"
                                + " quantity at its entry."),
                Statistic.percent(
                        "averageTradePercent",
                        "Average trade, compounded",
                        100 * returns.geometricMean(),
                        "Geometric mean of the trades' returns."),
                Statistic.percent(
                        "bestTradePercent", "Best trade", 100 * returns.sample().max(), "Highest return of a trade."),
                Statistic.percent(
                        "worstTradePercent",
                        "Worst trade",
                        100 * returns.sample().min(),
                        "Lowest return of a trade."),
                Statistic.ratio(
                        "returnProfitFactor",
                        "Profit factor of returns",
                        returns.sample().gainsOverLosses(),
                        "Sum of the trades' returns above 0 over the sum of those below, as a positive number: every"
                                + " trade counts alike, whatever its size."),
                Statistic.ratio(
                        "sqn",
                        "System quality number",
                        returns.systemQuality(),
                        "Root of the number of trades times mean over sample deviation of their profits (Tharp 2008),"
                                + " the number not capped at 100."));
    }

    private static List<Statistic> excursions(Excursions excursions) {
        return List.of(
                Statistic.meanMoney(
                        "averageAdverseExcursion",
                        "Average MAE",
                        excursions.adverse(),
                        excursions.count(),
                        "Mean of the trades' maximum adverse excursions: quantity times the distance from the entry"
                                + " to the worst price at which the trade could have been closed on any tick, before"
                                + " fees (Sweeney 1996)."),
                Statistic.money(
                        "largestAdverseExcursion",
                        "Largest MAE",
                        excursions.largestAdverse(),
                        "Deepest of the trades' maximum adverse excursions."),
                Statistic.meanMoney(
                        "averageFavourableExcursion",
                        "Average MFE",
                        excursions.favourable(),
                        excursions.count(),
                        "Mean of the trades' maximum favourable excursions: as MAE, to the best price."),
                Statistic.money(
                        "largestFavourableExcursion",
                        "Largest MFE",
                        excursions.largestFavourable(),
                        "Highest of the trades' maximum favourable excursions."),
                Statistic.meanMoney(
                        "averageGivenBack",
                        "Average given back",
                        excursions.givenBack(),
                        excursions.count(),
                        "Mean of what a trade stood at best less what it closed at, both before fees and swap."),
                Statistic.ratio(
                        "edgeRatio",
                        "MFE over MAE",
                        Ratio.of(excursions.favourable(), excursions.adverse()),
                        "Average MFE over average MAE."));
    }

    private static List<Statistic> series(List<Trade> trades) {
        TradeRuns runs = TradeRuns.of(trades);
        return List.of(
                Statistic.count(
                        "longestWinningSeries",
                        "Longest winning series",
                        runs.longestWinning(),
                        "Most winning trades in a row, in the order of closing."),
                Statistic.count(
                        "longestLosingSeries",
                        "Longest losing series",
                        runs.longestLosing(),
                        "Most trades without a profit in a row, in the order of closing."),
                Statistic.ratio(
                        "runsZScore",
                        "Z-score of runs",
                        runs.zScore(),
                        "(n (r − 1/2) − x) / √(x (x − n) / (n − 1)), with n trades in r series and x twice the winning"
                                + " times the other trades; above 0 wins and losses alternate more than by chance"
                                + " (Vince 1990)."));
    }

    private static List<Statistic> durations(List<Trade> trades) {
        Durations lengths = Durations.of(trades.stream().mapToLong(trade -> trade.exitNs() - trade.entryNs()));
        return List.of(
                Statistic.duration(
                        "averageTradeDuration",
                        "Average trade length",
                        lengths.mean(),
                        "Mean time from entry to exit on the calendar, closed hours included."),
                Statistic.duration(
                        "maxTradeDuration",
                        "Longest trade",
                        lengths.longest(),
                        "Longest time from entry to exit on the calendar."),
                Statistic.duration(
                        "minTradeDuration",
                        "Shortest trade",
                        lengths.shortest(),
                        "Shortest time from entry to exit on the calendar."));
    }
}
