package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.chart.EquityImage;
import ai.backtestr.desktop.chart.EquityLines;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.runs.RunComparison;
import ai.backtestr.desktop.runs.RunData;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.runs.RunsAgain;
import ai.backtestr.desktop.runs.RunsSideBySide;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.EquityOverlay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Lays runs side by side.
@Command(
        name = "compare",
        description = {
            "Lays runs side by side: what decided them and what came of them, differences marked.",
            "Of runs on different data or periods it says so first, as a message."
        })
final class CompareCommand implements Runnable {
    private static final String PLACE = "Number of a run, as 'backtestr runs' lists it, or the folder of a report.";

    private final CommandSession session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = PLACE)
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = PLACE)
    private String right = "";

    @Parameters(index = "2..*", paramLabel = "MORE", description = "Further runs.")
    private List<String> more = new ArrayList<>();

    @Option(names = "--differences", description = "Only what differs.")
    private boolean differences;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Run them again and write their equity over one axis to this PNG file.")
    private @Nullable Path chart;

    CompareCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        List<String> places = new ArrayList<>(List.of(left, right));
        places.addAll(more);
        if (places.size() > EquityOverlay.MOST_LINES && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    places.size() + " runs are more than the " + EquityOverlay.MOST_LINES + " that can be compared");
        }
        try (Workspace workspace = session.openWorkspace()) {
            RunHistory history = new RunHistory(workspace);
            List<RunManifest> runs = places.stream().map(history::manifest).toList();
            tellDifferentData(places, runs);
            RunsSideBySide all = RunsSideBySide.of(runs);
            List<RunsSideBySide.Row> rows = differences ? all.differences() : all.rows();
            session.terminal().line(json ? document(rows) : table(places, rows));
            if (chart != null) {
                draw(history, places, runs, chart);
            }
        }
    }

    private void tellDifferentData(List<String> places, List<RunManifest> runs) {
        boolean isSame = runs.stream()
                .allMatch(run -> RunComparison.of(runs.getFirst(), run).isOfSameData());
        if (!isSame) {
            String which = runs.size() == 2 ? "the two runs" : "the runs";
            session.terminal()
                    .message(which + " are of different data; what differs in their results may come of that alone");
        }
        String difference = RunData.difference(IntStream.range(0, runs.size())
                .mapToObj(i -> RunData.of(places.get(i), runs.get(i)))
                .toList());
        if (!difference.isEmpty()) {
            session.terminal().message(difference);
        }
    }

    private void draw(RunHistory history, List<String> places, List<RunManifest> runs, Path file) {
        List<RunsAgain.Again> again = history.again(
                        places.stream().map(place -> "run " + place).toList(), runs)
                .run();
        String changed = RunsAgain.changed(again);
        if (!changed.isEmpty()) {
            session.terminal().message(changed);
        }
        EquityLines lines = EquityLines.of(again.stream()
                .map(run -> new EquityLines.Named(run.name(), run.result(), false))
                .toList());
        PlacedFile.write(file, EquityImage.of(lines, ChartTheme.DARK));
        session.terminal().message("wrote " + file);
    }

    private static String table(List<String> places, List<RunsSideBySide.Row> rows) {
        List<String> titles = new ArrayList<>(List.of("", "what"));
        titles.addAll(places);
        TextTable table = new TextTable(titles.toArray(String[]::new));
        for (RunsSideBySide.Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.differs() ? "*" : "", ComparisonText.title(row)));
            row.values().forEach(value -> cells.add(ComparisonText.value(value)));
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String document(List<RunsSideBySide.Row> rows) {
        return JsonText.MAPPER.writeValueAsString(
                rows.stream().map(CompareCommand::node).toList());
    }

    private static ObjectNode node(RunsSideBySide.Row row) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("group", row.group().name().toLowerCase(Locale.ROOT));
        node.put("name", row.name());
        for (int i = 0; i < row.values().size(); i++) {
            node.put(Character.toString('a' + i), row.values().get(i));
        }
        node.put("differs", row.differs());
        return node;
    }
}
