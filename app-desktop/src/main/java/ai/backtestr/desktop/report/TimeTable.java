package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.statistics.TradesByTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Trades by weekday, hour or month of their entry as rows of texts for people.
public final class TimeTable {
    /// The columns; all but the first are numbers.
    public static final List<String> COLUMNS =
            List.of("entered", "trades", "win rate", "gross profit", "gross loss", "profit factor", "profit");

    private TimeTable() {}

    /// Returns a row for each that has trades.
    public static List<List<String>> rows(List<TradesByTime.Row> rows) {
        return rows.stream().filter(row -> row.trades() > 0).map(TimeTable::row).toList();
    }

    private static List<String> row(TradesByTime.Row row) {
        return List.of(
                row.label(),
                FigureText.count(row.trades()),
                ratio(100L * row.wins(), row.trades()) + " %",
                money(row.grossProfit()),
                money(row.grossLoss()),
                ratio(row.grossProfit(), row.grossLoss()),
                money(row.profit()));
    }

    private static String money(long amount) {
        return FigureText.decimal(Money.toDecimal(amount));
    }

    private static String ratio(long numerator, long denominator) {
        return denominator == 0
                ? FigureText.UNDEFINED
                : FigureText.decimal(BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), 8, RoundingMode.HALF_EVEN));
    }
}
