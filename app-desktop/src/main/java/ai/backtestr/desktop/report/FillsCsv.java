package ai.backtestr.desktop.report;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.util.List;
import java.util.stream.IntStream;

/// The executions of a run as a table, oldest first, times in UTC and prices with all their digits. `fill` is
/// the number by which `explain` knows a fill. Fees are in the account's currency, slippage is in the instrument's.
public final class FillsCsv {
    /// The names of the columns.
    public static final List<String> COLUMNS =
            List.of("time", "order", "side", "quantity", "price", "fee", "slippage", "role", "fill", "symbol");

    private FillsCsv() {}

    /// Returns the table, with the names of its columns above.
    public static String of(BacktestResult result) {
        return CsvText.of(COLUMNS, rows(result).stream());
    }

    /// Returns the rows without the names of the columns.
    public static List<List<String>> rows(BacktestResult result) {
        return IntStream.range(0, result.fills().size())
                .mapToObj(i -> row(result, i))
                .toList();
    }

    /// Returns one row.
    ///
    /// @param index its place, from 0
    public static List<String> row(BacktestResult result, int index) {
        return row(index + 1, result.fills().get(index), result);
    }

    private static List<String> row(int number, Fill fill, BacktestResult result) {
        Instrument instrument = result.instrumentOf(fill.orderId());
        return List.of(
                Times.format(fill.timeNs()),
                Long.toString(fill.orderId()),
                fill.side().toString(),
                instrument.formatQuantity(fill.quantity()),
                instrument.formatPrice(fill.price()),
                Money.format(fill.fee()),
                Money.format(fill.slippage()),
                fill.maker() ? "maker" : "taker",
                Integer.toString(number),
                instrument.symbol());
    }
}
