package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.statistics.TradesByTime;
import java.util.List;
import java.util.stream.Stream;

/// The closed trades of a run by weekday, hour and month of their entry as a table.
final class TimesCsv {
    private static final List<String> COLUMNS =
            List.of("by", "entered", "zone", "trades", "wins", "losses", "grossProfit", "grossLoss", "profit");

    private TimesCsv() {}

    static String of(CheckedRun run) {
        List<Trade> trades = run.result().trades();
        return CsvText.of(
                COLUMNS,
                Stream.of(
                                rows("weekday", TradesByTime.weekdays(trades, run.zone()), run),
                                rows("hour", TradesByTime.hours(trades, run.zone()), run),
                                rows("month", TradesByTime.months(trades, run.zone()), run))
                        .flatMap(rows -> rows));
    }

    private static Stream<List<String>> rows(String by, List<TradesByTime.Row> rows, CheckedRun run) {
        return rows.stream()
                .map(row -> List.of(
                        by,
                        row.label(),
                        run.zoneName(),
                        Integer.toString(row.trades()),
                        Integer.toString(row.wins()),
                        Integer.toString(row.losses()),
                        Money.format(row.grossProfit()),
                        Money.format(row.grossLoss()),
                        Money.format(row.profit())));
    }
}
