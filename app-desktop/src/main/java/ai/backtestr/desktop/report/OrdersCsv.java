package ai.backtestr.desktop.report;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.util.List;

/// The orders of a run and what became of them as a table, in the order in which they were placed, times in UTC.
public final class OrdersCsv {
    /// The names of the columns.
    public static final List<String> COLUMNS = List.of(
            "order",
            "placedTime",
            "type",
            "side",
            "quantity",
            "limitPrice",
            "triggerPrice",
            "timeInForce",
            "reduceOnly",
            "ticket",
            "status",
            "filled",
            "lastTime",
            "reason",
            "symbol");

    private OrdersCsv() {}

    /// Returns the table, with the names of its columns above.
    public static String of(BacktestResult result) {
        return CsvText.of(COLUMNS, result.orders().stream().map(life -> row(life, result)));
    }

    /// Returns the row of one order.
    public static List<String> row(OrderLife life, BacktestResult result) {
        Instrument instrument = result.instrumentOf(life.order().id());
        OrderRequest request = life.order().request();
        OrderEvent last = life.events().getLast();
        return List.of(
                Long.toString(life.order().id()),
                Times.format(life.order().placedNs()),
                request.type().toString(),
                request.side().toString(),
                instrument.formatQuantity(request.quantity()),
                price(request.limitPrice(), instrument),
                price(request.triggerPrice(), instrument),
                request.timeInForce().toString(),
                Boolean.toString(request.reduceOnly()),
                request.ticket() == 0 ? "" : Long.toString(request.ticket()),
                life.status().toString(),
                instrument.formatQuantity(life.filledQuantity()),
                Times.format(last.timeNs()),
                last.reason(),
                instrument.symbol());
    }

    private static String price(long price, Instrument instrument) {
        return price == 0 ? "" : instrument.formatPrice(price);
    }
}
