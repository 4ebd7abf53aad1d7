package ai.backtestr.desktop.runs;

import ai.backtestr.data.store.RunRecord;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.report.CsvText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.engine.time.Times;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Kept runs as a document: what the command line prints of them, and what the window writes to a file. Times are
/// in UTC. Any thread.
public final class RunListing {
    private static final List<String> COLUMNS = List.of(
            "run",
            "started",
            "symbol",
            "strategy",
            "parameters",
            "netProfit",
            "currency",
            "returnPercent",
            "maxDrawdownPercent",
            "sharpe",
            "trades",
            "tags",
            "note",
            "resultHash");

    private RunListing() {}

    /// Returns them as JSON, each with its manifest.
    public static String json(List<StoredRun> runs) {
        return JsonText.MAPPER.writeValueAsString(
                runs.stream().map(RunListing::node).toList());
    }

    private static ObjectNode node(StoredRun stored) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("id", stored.id());
        node.put("started", Times.format(stored.run().startedNs()));
        stored.tags().forEach(node.putArray("tags")::add);
        node.put("note", stored.note());
        node.put("elapsedSeconds", BigDecimal.valueOf(stored.run().elapsedNs(), 9));
        node.set("manifest", JsonText.MAPPER.readTree(stored.run().manifest()));
        return node;
    }

    /// Returns them as a table with its main figures, a run a line under the names of the columns.
    public static String csv(List<StoredRun> runs) {
        StringWriter text = new StringWriter();
        CsvText.write(text, csv -> {
            csv.writeRecord(COLUMNS);
            runs.forEach(run -> csv.writeRecord(record(run)));
        });
        return text.toString();
    }

    private static List<String> record(StoredRun stored) {
        RunRecord run = stored.run();
        RunRecord.Figures figures = run.figures();
        return List.of(
                Integer.toString(stored.id()),
                Times.format(run.startedNs()),
                String.join("+", RunHistory.manifest(stored).symbols()),
                run.strategy(),
                parameters(stored),
                figures.netProfit().toPlainString(),
                figures.currency(),
                number(figures.returnPercent()),
                number(figures.maxDrawdownPercent()),
                number(figures.sharpe()),
                Long.toString(figures.trades()),
                String.join(" ", stored.tags()),
                stored.note(),
                run.resultHash());
    }

    /// Returns the parameters of a run as they are typed, `fast=5 slow=20`.
    public static String parameters(StoredRun stored) {
        return stored.run().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : BigDecimal.valueOf(value).toPlainString();
    }
}
