package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.runs.RunComparison;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Lays two runs side by side.
@Command(
        name = "compare",
        description = {
            "Lays two runs side by side: what decided them and what came of them, differences marked.",
            "Of runs on different data it says so first, as a message."
        })
final class CompareCommand implements Runnable {
    private static final String PLACE = "Number of a run, as 'backtestr runs' lists it, or the folder of a report.";

    private final CommandSession session;

    @Parameters(index = "0", paramLabel = "A", description = PLACE)
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = PLACE)
    private String right = "";

    @Option(names = "--differences", description = "Only what differs.")
    private boolean differences;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    CompareCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (Workspace workspace = session.openWorkspace()) {
            RunHistory history = new RunHistory(workspace);
            RunComparison comparison = RunComparison.of(history.manifest(left), history.manifest(right));
            if (!comparison.isOfSameData()) {
                session.terminal()
                        .message("the two runs are of different data; what differs in their results may come of that"
                                + " alone");
            }
            List<RunComparison.Row> rows = differences ? comparison.differences() : comparison.rows();
            session.terminal().line(json ? document(rows) : table(rows));
        }
    }

    private String table(List<RunComparison.Row> rows) {
        TextTable table = new TextTable("", "what", left, right);
        for (RunComparison.Row row : rows) {
            table.row(
                    row.differs() ? "*" : "",
                    ComparisonText.title(row),
                    ComparisonText.value(row.left()),
                    ComparisonText.value(row.right()));
        }
        return table.toString();
    }

    private static String document(List<RunComparison.Row> rows) {
        return JsonText.MAPPER.writeValueAsString(
                rows.stream().map(CompareCommand::node).toList());
    }

    private static ObjectNode node(RunComparison.Row row) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("group", row.group().name().toLowerCase(Locale.ROOT));
        node.put("name", row.name());
        node.put("a", row.left());
        node.put("b", row.right());
        node.put("differs", row.differs());
        return node;
    }
}
