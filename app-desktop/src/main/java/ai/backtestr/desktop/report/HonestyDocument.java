package ai.backtestr.desktop.report;

import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.statistics.Statistics;
import ai.backtestr.engine.statistics.TradesByTime;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of a result document that tells of checks, and of trades by time.
final class HonestyDocument {
    private HonestyDocument() {}

    static void put(CheckedRun run, ObjectNode root) {
        ObjectNode times = root.putObject("tradesByEntry");
        times.put("zone", run.zoneName());
        put(TradesByTime.weekdays(run.result().trades(), run.zone()), times.putArray("weekdays"));
        put(TradesByTime.hours(run.result().trades(), run.zone()), times.putArray("hours"));
        put(TradesByTime.months(run.result().trades(), run.zone()), times.putArray("months"));
        ObjectNode honesty = root.putObject("checks");
        honesty.put("verdict", word(run.honesty().verdict()));
        honesty.put("interrupted", run.honesty().interrupted());
        ArrayNode findings = honesty.putArray("findings");
        for (Finding finding : run.honesty().findings()) {
            findings.addObject()
                    .put("id", finding.id())
                    .put("verdict", word(finding.verdict()))
                    .put("text", finding.text());
        }
        ArrayNode sensitivity = honesty.putArray("sensitivity");
        for (SensitivityRow row : run.honesty().sensitivity()) {
            put(row, sensitivity.addObject());
        }
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(SensitivityRow row, ObjectNode node) {
        node.put("id", row.id()).put("title", row.title());
        Statistics statistics = row.statistics();
        if (statistics == null) {
            node.put("problem", row.problem());
            return;
        }
        for (String id : SensitivityTable.FIGURES) {
            node.put(id, statistics.get(id).value());
        }
    }

    private static void put(List<TradesByTime.Row> rows, ArrayNode node) {
        for (TradesByTime.Row row : rows) {
            node.addObject()
                    .put("entered", row.label())
                    .put("trades", row.trades())
                    .put("wins", row.wins())
                    .put("losses", row.losses())
                    .put("grossProfit", Money.toDecimal(row.grossProfit()))
                    .put("grossLoss", Money.toDecimal(row.grossLoss()))
                    .put("profit", Money.toDecimal(row.profit()));
        }
    }
}
