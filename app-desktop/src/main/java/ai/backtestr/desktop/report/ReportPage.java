package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.time.Times;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A run as a page for people: one HTML file that needs no other and no network.
final class ReportPage {
    private static final String TEMPLATE = "report.html";
    private static final int MOST_TRADES = 2000;
    private static final int MOST_ORDERS = 500;

    private ReportPage() {}

    /// @param chart a PNG
    static String of(BacktestResult result, byte[] chart) {
        Map<String, Object> values = new HashMap<>();
        values.put("symbol", result.instrument().title());
        values.put("strategy", result.spec().strategy().title());
        values.put("description", result.spec().strategy().description());
        values.put("setup", facts(RunFacts.setup(result)));
        values.put("outcome", facts(RunFacts.outcome(result)));
        values.put("chart", Base64.getEncoder().encodeToString(chart));
        values.put(
                "statistics",
                result.statistics().all().stream()
                        .map(statistic -> statistic(statistic, result))
                        .toList());
        values.put("sideColumns", ResultTables.SIDE_COLUMNS.subList(1, ResultTables.SIDE_COLUMNS.size()));
        values.put("sides", rows(ResultTables.sides(result)));
        values.put("monthColumns", ResultTables.MONTH_COLUMNS.subList(1, ResultTables.MONTH_COLUMNS.size()));
        values.put("months", rows(ResultTables.months(result)));
        values.put("orders", orders(result));
        values.put("hasOrders", !result.orders().isEmpty());
        values.put("ordersLeftOut", Math.max(0, result.orders().size() - MOST_ORDERS));
        values.put("hasOrdersLeftOut", result.orders().size() > MOST_ORDERS);
        values.put("equity", EquityDrawing.of(result.equity(), result.spec().startingCash()));
        values.put("equityFrom", Times.format(result.firstNs()));
        values.put("equityTo", Times.format(result.lastNs()));
        values.put("equityRange", equityRange(result));
        values.put("trades", trades(result));
        values.put("hasTrades", !result.trades().isEmpty());
        values.put("tradesLeftOut", Math.max(0, result.trades().size() - MOST_TRADES));
        values.put("hasTradesLeftOut", result.trades().size() > MOST_TRADES);
        values.put("resultHash", result.resultHash());
        values.put("dataDigest", result.dataDigest());
        return template().execute(values);
    }

    private static String equityRange(BacktestResult result) {
        EquityCurve curve = result.equity();
        long low = result.spec().startingCash();
        long high = low;
        for (int i = 0; i < curve.count(); i++) {
            low = Math.min(low, curve.equity(i));
            high = Math.max(high, curve.equity(i));
        }
        return FigureText.decimal(Money.toDecimal(low)) + " to " + FigureText.decimal(Money.toDecimal(high)) + " "
                + result.instrument().quoteCurrency();
    }

    private static List<Map<String, String>> facts(List<RunFacts.Fact> facts) {
        return facts.stream()
                .map(fact -> Map.of("name", fact.name(), "text", fact.text()))
                .toList();
    }

    private static Map<String, String> statistic(Statistic statistic, BacktestResult result) {
        return Map.of(
                "title", statistic.title(),
                "text", FigureText.of(statistic, result.instrument().quoteCurrency()),
                "definition", statistic.definition());
    }

    private static List<Map<String, Object>> rows(List<List<String>> rows) {
        return rows.stream()
                .map(row -> Map.<String, Object>of("name", row.getFirst(), "cells", row.subList(1, row.size())))
                .toList();
    }

    private static List<Map<String, String>> orders(BacktestResult result) {
        return result.orders().stream()
                .limit(MOST_ORDERS)
                .map(life -> named(OrdersCsv.COLUMNS, OrdersCsv.row(life, result.instrument())))
                .toList();
    }

    private static Map<String, String> named(List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<Map<String, Object>> trades(BacktestResult result) {
        return result.trades().stream()
                .limit(MOST_TRADES)
                .map(trade -> trade(trade, result))
                .toList();
    }

    private static Map<String, Object> trade(Trade trade, BacktestResult result) {
        Map<String, Object> row = new HashMap<>(named(TradesCsv.COLUMNS, TradesCsv.row(trade, result.instrument())));
        row.put("profit", FigureText.decimal(Money.toDecimal(trade.profit())));
        row.put("fees", FigureText.decimal(Money.toDecimal(trade.fees())));
        row.put("won", trade.profit() > 0);
        return row;
    }

    private static Template template() {
        try (InputStream in = ReportPage.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + TEMPLATE + " is missing");
            }
            return Mustache.compiler().compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + TEMPLATE + " cannot be read", e);
        }
    }
}
