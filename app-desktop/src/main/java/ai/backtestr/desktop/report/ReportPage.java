package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.statistics.TradesByTime;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A run as a page for people: one HTML file that needs no other and no network.
final class ReportPage {
    private static final String TEMPLATE = "report.html";
    private static final int MOST_TRADES = 2000;
    private static final int MOST_ORDERS = 500;

    private ReportPage() {}

    /// @param chart a PNG in dark colours
    /// @param lightChart the same in light ones
    static String of(CheckedRun run, byte[] chart, byte[] lightChart) {
        BacktestResult result = run.result();
        Map<String, Object> values = new HashMap<>();
        values.put("symbol", InstrumentTable.title(result));
        values.put("strategy", result.spec().strategy().title());
        values.put("description", result.spec().strategy().description());
        values.put("setup", facts(RunFacts.setup(result)));
        values.put("outcome", facts(RunFacts.outcome(result)));
        values.put("chart", Base64.getEncoder().encodeToString(chart));
        values.put("lightChart", Base64.getEncoder().encodeToString(lightChart));
        putHonesty(run, values);
        putTimes(run, values);
        values.put(
                "statistics",
                result.statistics().all().stream()
                        .map(statistic -> statistic(statistic, result))
                        .toList());
        values.put("sideColumns", ResultTables.SIDE_COLUMNS.subList(1, ResultTables.SIDE_COLUMNS.size()));
        values.put("sides", rows(ResultTables.sides(result)));
        values.put("isOfSeveral", result.portfolio() != null);
        values.put("instrumentColumns", InstrumentTable.COLUMNS.subList(1, InstrumentTable.COLUMNS.size()));
        values.put("instruments", rows(InstrumentTable.rows(result)));
        values.put("years", MonthTable.rows(result.statistics().byMonth()));
        values.put("orders", orders(result));
        values.put("hasOrders", !result.orders().isEmpty());
        values.put("ordersLeftOut", Math.max(0, result.orders().size() - MOST_ORDERS));
        values.put("hasOrdersLeftOut", result.orders().size() > MOST_ORDERS);
        values.put("equity", EquityDrawing.of(result.equity(), result.spec().startingCash(), run.zone()));
        values.put("zone", run.zoneName());
        values.put("currency", result.currency());
        values.put("trades", trades(result));
        values.put("hasTrades", !result.trades().isEmpty());
        values.put("tradesLeftOut", Math.max(0, result.trades().size() - MOST_TRADES));
        values.put("hasTradesLeftOut", result.trades().size() > MOST_TRADES);
        values.put("resultHash", result.resultHash());
        values.put("dataDigest", result.dataDigest());
        return template().execute(values);
    }

    private static void putHonesty(CheckedRun run, Map<String, Object> values) {
        Honesty honesty = run.honesty();
        String currency = run.result().instrument().quoteCurrency();
        values.put("headline", honesty.headline());
        values.put("verdict", styleOf(honesty.verdict()));
        values.put(
                "findings",
                honesty.findings().stream()
                        .map(finding -> Map.of(
                                "title", finding.title(),
                                "text", finding.text(),
                                "style", styleOf(finding.verdict()),
                                "word", Honesty.word(finding.verdict())))
                        .toList());
        values.put("hasSensitivity", !honesty.sensitivity().isEmpty());
        values.put("sensitivityColumns", SensitivityTable.COLUMNS.subList(1, SensitivityTable.COLUMNS.size()));
        values.put("sensitivity", SensitivityTable.bars(honesty, currency));
    }

    private static String styleOf(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void putTimes(CheckedRun run, Map<String, Object> values) {
        BacktestResult result = run.result();
        List<Trade> trades = result.trades();
        String currency = result.currency();
        List<TradesByTime.Row> weekdays = TradesByTime.weekdays(trades, run.zone());
        List<TradesByTime.Row> hours = TradesByTime.hours(trades, run.zone());
        values.put("timeColumns", TimeTable.COLUMNS.subList(1, TimeTable.COLUMNS.size()));
        values.put("weekdays", rows(TimeTable.rows(weekdays)));
        values.put("hours", rows(TimeTable.rows(hours)));
        values.put("monthsOfEntry", rows(TimeTable.rows(TradesByTime.months(trades, run.zone()))));
        values.put("weekdayBars", TimeBars.of(weekdays, "weekday", 3, 1, currency));
        values.put("hourBars", TimeBars.of(hours, "hour", 2, 2, currency));
        values.put("histogram", ResultHistogram.of(trades, currency));
        values.put("adverse", ExcursionDrawing.adverse(result));
        values.put("favourable", ExcursionDrawing.favourable(result));
    }

    private static List<Map<String, String>> facts(List<RunFacts.Fact> facts) {
        return facts.stream()
                .map(fact -> Map.of("name", fact.name(), "text", fact.text()))
                .toList();
    }

    private static Map<String, String> statistic(Statistic statistic, BacktestResult result) {
        return Map.of(
                "title", statistic.title(),
                "text", FigureText.of(statistic, result.currency()),
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
                .map(life -> named(OrdersCsv.COLUMNS, OrdersCsv.row(life, result)))
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
        Map<String, Object> row = new HashMap<>(named(TradesCsv.COLUMNS, TradesCsv.row(trade, result)));
        row.put("profit", FigureText.decimal(Money.toDecimal(trade.profit())));
        row.put("fees", FigureText.decimal(Money.toDecimal(trade.fees())));
        row.put("mae", FigureText.decimal(Money.toDecimal(result.worth(trade, trade.adverseExcursion()))));
        row.put("mfe", FigureText.decimal(Money.toDecimal(result.worth(trade, trade.favourableExcursion()))));
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
