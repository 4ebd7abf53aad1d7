package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.report.FillsCsv;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.runs.ExplainedFill;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells why a fill of a kept run is as it is.
@Command(
        name = "explain",
        description = {
            "Tells why a fill of a kept run is as it is: its order, the ticks around it, quote, spread, latency, gap,"
                    + " slippage and the rule that made it.",
            "Nothing of that is stored: the run is run again from its manifest, and the price worked out from the ticks.",
            "Without a fill, lists the fills of the run."
        })
final class ExplainCommand implements Runnable {
    private static final int MOST_TICKS = 1000;

    private final CommandSession session;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "Number of a run, as 'backtestr runs' lists it, or the folder of a report.")
    private String run = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILL",
            description = "Number of a fill, from 1, as in the last column of fills.csv.")
    private @Nullable Integer fill;

    @Option(
            names = "--ticks",
            paramLabel = "COUNT",
            description = "How many ticks to show before and after the fill, 1 to 1000; 5 unless given.")
    private int ticks = 5;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    ExplainCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (ticks < 1 || ticks > MOST_TICKS) {
            throw Usage.wrong(command, "--ticks of " + ticks + " is outside 1 to " + MOST_TICKS);
        }
        try (Workspace workspace = session.openWorkspace()) {
            RunHistory history = new RunHistory(workspace);
            RunManifest manifest = history.manifest(run);
            BacktestRequest request = history.request(manifest);
            if (fill == null) {
                list(workspace, manifest, request);
            } else {
                ExplainedFill explained =
                        session.complete(ExplainedFill.of(workspace, run, manifest, request, fill, ticks));
                session.terminal()
                        .line(
                                json
                                        ? JsonText.MAPPER.writeValueAsString(ExplanationText.document(explained))
                                        : ExplanationText.of(explained));
                requireConfirmed(explained);
            }
        }
    }

    private void list(Workspace workspace, RunManifest manifest, BacktestRequest request) {
        BacktestResult result = session.complete(new BackgroundTask<>(
                "Running " + manifest.strategy() + " again",
                control -> ExplainedFill.again(workspace, run, manifest, request, control)));
        TextTable table = new TextTable("fill", "time", "order", "side", "role", "symbol")
                .withNumbers("quantity", "price", "fee");
        for (List<String> row : FillsCsv.rows(result)) {
            table.row(
                    row.get(8),
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(7),
                    row.get(9),
                    row.get(3),
                    row.get(4),
                    row.get(5));
        }
        session.terminal().line(table.toString());
    }

    private static void requireConfirmed(ExplainedFill explained) {
        if (!explained.explanation().confirmed()) {
            throw new ProblemException(
                    "the ticks and the rule do not give the price that was booked; please report it");
        }
    }
}
