package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.util.List;

/// The closed trades of a run as a table, oldest first, times in UTC and prices with all their digits.
public final class TradesCsv {
    static final List<String> COLUMNS = List.of(
            "number",
            "side",
            "entryTime",
            "exitTime",
            "quantity",
            "entryPrice",
            "exitPrice",
            "profit",
            "fees",
            "swap",
            "entryOrder",
            "lowestPrice",
            "highestPrice",
            "mae",
            "mfe",
            "symbol");

    private TradesCsv() {}

    /// Returns the table, with the names of its columns above.
    public static String of(BacktestResult result) {
        return CsvText.of(COLUMNS, result.trades().stream().map(trade -> row(trade, result)));
    }

    static List<String> row(Trade trade, BacktestResult result) {
        Instrument instrument = result.instrumentOf(trade.ticket());
        return List.of(
                Integer.toString(trade.number()),
                trade.side() == Side.BUY ? "long" : "short",
                Times.format(trade.entryNs()),
                Times.format(trade.exitNs()),
                instrument.formatQuantity(trade.quantity()),
                instrument.formatPrice(trade.entryPrice()),
                instrument.formatPrice(trade.exitPrice()),
                Money.format(trade.profit()),
                Money.format(trade.fees()),
                Money.format(trade.swap()),
                Long.toString(trade.ticket()),
                instrument.formatPrice(trade.lowestPrice()),
                instrument.formatPrice(trade.highestPrice()),
                Money.format(result.worth(trade, trade.adverseExcursion())),
                Money.format(result.worth(trade, trade.favourableExcursion())),
                instrument.symbol());
    }
}
