package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.Quality;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.time.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells what stands out in the ticks of each import.
@Command(
        name = "quality",
        description = {
            "Tells of each import of a symbol what was rejected and what stands out in its ticks or bars: equal ones in a row,"
                    + " crossed and locked quotes, spikes, gaps, ticks off hours.",
            "As JSON also the first rejected rows and the first findings one by one."
        })
final class QualityCommand implements Runnable {
    private static final String NOT_LOOKED = "n/a";

    private final CommandSession session;

    @Parameters(paramLabel = "SYMBOL", description = "Instrument, as 'symbols' lists it.")
    private String symbol = "";

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    QualityCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (Workspace workspace = session.openWorkspace()) {
            TickStore store = workspace.store();
            List<StoredImport> bars = store.bars().imports(symbol);
            List<StoredImport> ticks = bars.isEmpty() || hasTicks(store) ? store.imports(symbol) : List.of();
            if (json) {
                session.terminal().line(document(store, ticks, bars));
                return;
            }
            if (!ticks.isEmpty()) {
                session.terminal().line(table("import", ticks, store::quality));
            }
            if (!bars.isEmpty()) {
                session.terminal().line(table("import of bars", bars, stored -> qualityOfBars(store, stored)));
            }
        }
    }

    private boolean hasTicks(TickStore store) {
        return store.symbols().stream()
                .anyMatch(stored -> stored.instrument().symbol().equals(symbol));
    }

    private static Optional<Quality> qualityOfBars(TickStore store, StoredImport stored) {
        return Optional.of(store.bars().quality(stored));
    }

    private static String table(
            String title, List<StoredImport> imports, Function<StoredImport, Optional<Quality>> qualities) {
        TextTable table = new TextTable(title, "file")
                .withNumbers(
                        "accepted",
                        "rejected",
                        "out of order",
                        "crossed",
                        "locked",
                        "duplicates",
                        "spikes",
                        "gaps",
                        "longest gap",
                        "off hours");
        for (StoredImport stored : imports) {
            List<String> files = stored.origin().files();
            Optional<Quality> quality = qualities.apply(stored);
            table.row(
                    Integer.toString(stored.id()),
                    files.size() == 1 ? files.getFirst() : files.getFirst() + " and " + (files.size() - 1) + " more",
                    FigureText.count(stored.tally().accepted()),
                    FigureText.count(stored.tally().rejected()),
                    FigureText.count(stored.tally().outOfOrder()),
                    FigureText.count(stored.tally().crossed()),
                    quality.map(found -> FigureText.count(found.locked())).orElse(NOT_LOOKED),
                    quality.map(found -> FigureText.count(found.duplicates())).orElse(NOT_LOOKED),
                    quality.map(found -> FigureText.count(found.spikes())).orElse(NOT_LOOKED),
                    quality.map(found -> FigureText.count(found.gaps())).orElse(NOT_LOOKED),
                    quality.map(found -> hours(found.longestGapNs())).orElse(NOT_LOOKED),
                    quality.map(found -> FigureText.count(found.offHours())).orElse(NOT_LOOKED));
        }
        return table.toString();
    }

    private static String hours(long ns) {
        Duration length = Duration.ofNanos(ns);
        return length.toHours() + " h " + length.toMinutesPart() + " min";
    }

    private static String document(TickStore store, List<StoredImport> ticks, List<StoredImport> bars) {
        Stream<ObjectNode> ofTicks =
                ticks.stream().map(stored -> node(stored, store.quality(stored), store.rejections(stored)));
        Stream<ObjectNode> ofBars = bars.stream()
                .map(stored ->
                        node(stored, qualityOfBars(store, stored), store.bars().rejections(stored)));
        return JsonText.MAPPER.writeValueAsString(Stream.concat(ofTicks, ofBars).toList());
    }

    private static ObjectNode node(StoredImport stored, Optional<Quality> found, List<Rejection> rejected) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("import", stored.id());
        stored.origin().files().forEach(node.putArray("files")::add);
        node.put("format", stored.origin().format());
        node.put("read", stored.tally().rowsRead());
        node.put("accepted", stored.tally().accepted());
        node.put("rejected", stored.tally().rejected());
        node.put("outOfOrder", stored.tally().outOfOrder());
        node.put("crossed", stored.tally().crossed());
        found.ifPresent(quality -> put(quality, node));
        ArrayNode rejections = node.putArray("rejections");
        for (Rejection rejection : rejected) {
            ObjectNode row = rejections.addObject();
            row.put("file", rejection.file());
            row.put("line", rejection.line());
            row.put("reason", rejection.reason());
        }
        return node;
    }

    private static void put(Quality quality, ObjectNode node) {
        node.put("locked", quality.locked());
        node.put("duplicates", quality.duplicates());
        node.put("spikes", quality.spikes());
        node.put("gaps", quality.gaps());
        node.put("longestGapSeconds", Duration.ofNanos(quality.longestGapNs()).toSeconds());
        node.put("offHours", quality.offHours());
        ArrayNode findings = node.putArray("findings");
        for (Quality.Finding finding : quality.findings()) {
            ObjectNode found = findings.addObject();
            found.put("kind", finding.kind());
            found.put("time", Times.format(finding.timeNs()));
            found.put("detail", finding.detail());
        }
    }
}
