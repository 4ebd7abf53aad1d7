package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.ModelGaps;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.statistics.MonthProfit;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A run as a JSON document, for programs: `result.json` in a report and what `run --json` prints.
///
/// All in it but `ticksPerSecond` (on bar data `barsPerSecond`) and `elapsedSeconds` is the same whenever the run
/// is.
public final class ResultDocument {
    private static final int NANOS_DECIMALS = 9;

    private ResultDocument() {}

    /// Returns the document, with a line end at its end.
    public static String of(CheckedRun run) {
        return JsonText.MAPPER.writeValueAsString(node(run)) + "\n";
    }

    /// Returns the document with the number under which the run is kept.
    public static String of(CheckedRun run, int number) {
        ObjectNode root = node(run);
        root.put("run", number);
        return JsonText.MAPPER.writeValueAsString(root) + "\n";
    }

    private static void put(BarDataRun barData, ObjectNode node) {
        node.put("timeframe", barData.timeframe().toString());
        node.put("pathAssumption", barData.path().toString());
        node.put("dependentFills", barData.dependentFills());
        node.put("dependentBars", barData.dependentBars());
    }

    private static ObjectNode node(CheckedRun run) {
        BacktestResult result = run.result();
        BacktestSpec spec = result.spec();
        ObjectNode root = JsonText.MAPPER.createObjectNode();
        root.put("resultHash", result.resultHash());
        root.put("symbol", result.instrument().symbol());
        root.put("synthetic", result.instrument().isSynthetic());
        root.put("strategy", spec.strategy().name());
        if (!spec.strategy().sourceDigest().isEmpty()) {
            root.put("strategySource", spec.strategy().sourceDigest());
        }
        ObjectNode parameters = root.putObject("parameters");
        spec.parameters().texts().forEach(parameters::put);
        ObjectNode settings = root.putObject("settings");
        settings.put("startingCash", Money.toDecimal(spec.startingCash()));
        settings.put("currency", result.currency());
        settings.put("leverage", spec.leverage());
        settings.put("commission", spec.commission().toString());
        root.put("from", Times.format(result.firstNs()));
        root.put("to", Times.format(result.lastNs()));
        root.put("dataDigest", result.dataDigest());
        if (!result.gaps().equals(ModelGaps.NONE)) {
            root.put("notKnown", result.gaps().text());
        }
        BarDataRun barData = result.barData();
        if (barData == null) {
            root.put("ticks", result.ticks());
            root.put("rejectedTicks", result.rejectedTicks());
        } else {
            root.put("bars", result.ticks());
            put(barData, root.putObject("barData"));
        }
        root.put("fills", result.fills().size());
        root.put("rejectedOrders", result.rejections().size());
        root.put("position", result.instrument().formatQuantity(result.position()));
        put(root.putObject("statistics"), result.statistics().all());
        put(root.putObject("longTrades"), result.statistics().bySide(Side.BUY));
        put(root.putObject("shortTrades"), result.statistics().bySide(Side.SELL));
        if (result.portfolio() != null) {
            InstrumentNodes.put(result.portfolio(), root);
        }
        ArrayNode months = root.putArray("months");
        for (MonthProfit month : result.statistics().byMonth()) {
            months.addObject()
                    .put("month", month.month().toString())
                    .put("startEquity", Money.toDecimal(month.startEquity()))
                    .put("profit", Money.toDecimal(month.profit()));
        }
        HonestyDocument.put(run, root);
        root.put("elapsedSeconds", BigDecimal.valueOf(result.elapsedNs(), NANOS_DECIMALS));
        root.put(
                barData == null ? "ticksPerSecond" : "barsPerSecond",
                BigDecimal.valueOf(result.ticksPerSecond()).setScale(0, RoundingMode.HALF_EVEN));
        return root;
    }

    private static void put(ObjectNode node, List<Statistic> statistics) {
        statistics.forEach(statistic -> node.put(statistic.id(), statistic.value()));
    }
}
