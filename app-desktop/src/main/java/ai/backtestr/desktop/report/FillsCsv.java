package ai.backtestr.desktop.report;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.util.List;

/// The executions of a run as a table, oldest first, times in UTC and prices with all their digits.
public final class FillsCsv {
    private static final List<String> COLUMNS = List.of("time", "order", "side", "quantity", "price", "fee");

    private FillsCsv() {}

    /// Returns the table, with the names of its columns above.
    public static String of(BacktestResult result) {
        return CsvText.of(COLUMNS, result.fills().stream().map(fill -> row(fill, result.instrument())));
    }

    private static List<String> row(Fill fill, Instrument instrument) {
        return List.of(
                Times.format(fill.timeNs()),
                Long.toString(fill.orderId()),
                fill.side().toString(),
                instrument.formatQuantity(fill.quantity()),
                instrument.formatPrice(fill.price()),
                Money.format(fill.fee()));
    }
}
