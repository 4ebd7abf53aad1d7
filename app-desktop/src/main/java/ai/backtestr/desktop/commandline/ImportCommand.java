package ai.backtestr.desktop.commandline;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.Tally;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.time.Times;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Imports files of ticks and tells what became of every row.
@Command(
        name = "import",
        description = {
            "Imports files of ticks, each all or nothing, and tells what was read, accepted and rejected.",
            "Reads trades (time, price, size) and quotes (time, bid, ask) as delimited text, plain or gzip."
        })
final class ImportCommand implements Runnable {
    private enum Format {
        AUTO
    }

    private static final int REJECTIONS_SHOWN = 10;

    private final CommandSession session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import, in the order given.")
    private List<Path> files = List.of();

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "SYMBOL",
            description = "Instrument that the ticks belong to, such as EURUSD; made known if it is new.")
    private String symbol = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How the files are laid out; auto, the one there is, finds it out from their content.")
    private Format format = Format.AUTO;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    ImportCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        List<ImportReport> reports = new ArrayList<>();
        try (Workspace workspace = session.openWorkspace()) {
            for (Path file : files) {
                ImportReport report = session.complete(importing(file, workspace));
                tellRejections(report);
                reports.add(report);
            }
        } finally {
            // Files before one that failed are in the store, so they are told of.
            if (!reports.isEmpty()) {
                session.terminal().line(json ? document(reports) : table(reports));
            }
        }
    }

    private BackgroundTask<ImportReport> importing(Path file, Workspace workspace) {
        return switch (format) {
            case AUTO -> workspace.importing(file, symbol);
        };
    }

    private void tellRejections(ImportReport report) {
        String file = String.join(", ", report.stored().origin().files());
        for (Rejection rejection :
                report.rejections().stream().limit(REJECTIONS_SHOWN).toList()) {
            session.terminal().message(rejection.describe(file));
        }
        long more = report.stored().tally().rejected() - REJECTIONS_SHOWN;
        if (more > 0) {
            session.terminal().message(file + ": " + FigureText.count(more) + " more rows were rejected");
        }
        if (report.alreadyImported()) {
            session.terminal().message(file + ": this content is imported already; nothing was changed");
        }
    }

    private static String table(List<ImportReport> reports) {
        TextTable table = new TextTable("file", "format", "first", "last")
                .withNumbers("read", "accepted", "rejected", "out of order", "crossed");
        for (ImportReport report : reports) {
            StoredImport stored = report.stored();
            Tally tally = stored.tally();
            table.row(
                    String.join(", ", stored.origin().files()),
                    stored.origin().format(),
                    Times.format(stored.firstNs()),
                    Times.format(stored.lastNs()),
                    FigureText.count(tally.rowsRead()),
                    FigureText.count(tally.accepted()),
                    FigureText.count(tally.rejected()),
                    FigureText.count(tally.outOfOrder()),
                    FigureText.count(tally.crossed()));
        }
        return table.toString();
    }

    private static String document(List<ImportReport> reports) {
        return JsonText.MAPPER.writeValueAsString(
                reports.stream().map(ImportCommand::node).toList());
    }

    private static ObjectNode node(ImportReport report) {
        StoredImport stored = report.stored();
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("file", String.join(", ", stored.origin().files()));
        node.put("symbol", stored.symbol());
        node.put("format", stored.origin().format());
        node.put("alreadyImported", report.alreadyImported());
        node.put("read", stored.tally().rowsRead());
        node.put("accepted", stored.tally().accepted());
        node.put("rejected", stored.tally().rejected());
        node.put("outOfOrder", stored.tally().outOfOrder());
        node.put("crossed", stored.tally().crossed());
        node.put("first", Times.format(stored.firstNs()));
        node.put("last", Times.format(stored.lastNs()));
        node.put("dataDigest", stored.dataDigest());
        return node;
    }
}
