package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.MonthProfit;
import ai.backtestr.engine.statistics.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A run's trades by side and its equity by month, as rows of texts for people.
public final class ResultTables {
    /// The columns of [#sides]; all but the first are numbers.
    public static final List<String> SIDE_COLUMNS = List.of(
            "side",
            "trades",
            "win rate",
            "gross profit",
            "gross loss",
            "profit factor",
            "average trade",
            "largest win",
            "largest loss");

    /// The columns of [#months]; all but the first are numbers.
    public static final List<String> MONTH_COLUMNS = List.of("month", "start equity", "profit", "return");

    private static final List<String> SIDE_FIGURES = List.of(
            "trades",
            "winRate",
            "grossProfit",
            "grossLoss",
            "profitFactor",
            "averageTrade",
            "largestWin",
            "largestLoss");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ResultTables() {}

    /// Returns a row for trades entered by buying and one for those entered by selling.
    public static List<List<String>> sides(BacktestResult result) {
        return List.of(side("long", Side.BUY, result), side("short", Side.SELL, result));
    }

    private static List<String> side(String name, Side side, BacktestResult result) {
        List<Statistic> figures = result.statistics().bySide(side);
        List<String> row = new ArrayList<>(List.of(name));
        for (String id : SIDE_FIGURES) {
            figures.stream()
                    .filter(figure -> figure.id().equals(id))
                    .map(figure -> FigureText.of(figure, result.currency()))
                    .forEach(row::add);
        }
        return row;
    }

    /// Returns a row for each month, oldest first.
    public static List<List<String>> months(BacktestResult result) {
        return result.statistics().byMonth().stream().map(ResultTables::month).toList();
    }

    private static List<String> month(MonthProfit month) {
        return List.of(
                month.month().toString(),
                FigureText.decimal(Money.toDecimal(month.startEquity())),
                FigureText.decimal(Money.toDecimal(month.profit())),
                month.startEquity() == 0 ? FigureText.UNDEFINED : FigureText.decimal(percent(month)) + " %");
    }

    /// Profit over equity at the start, in percent.
    static BigDecimal percent(MonthProfit month) {
        return BigDecimal.valueOf(month.profit())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(month.startEquity()), 8, RoundingMode.HALF_EVEN);
    }
}
