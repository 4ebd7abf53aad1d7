package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.runs.RunComparison;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Runs again what was run before and tells whether the same comes of it.
@Command(
        name = "rerun",
        description = {
            "Runs a kept run again, from its manifest, and tells whether the result is the same to the last fill.",
            "If it is not, tells what of data, instrument and program has changed since, and exits with 1."
        })
final class RerunCommand implements Callable<Integer> {
    private static final int FIGURES_SHOWN = 10;

    private final CommandSession session;

    @Parameters(
            arity = "1",
            paramLabel = "RUN",
            description = "Number of a run, as 'backtestr runs' lists it, or the folder of a report.")
    private String run = "";

    RerunCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = session.openWorkspace()) {
            RunHistory history = new RunHistory(workspace);
            RunManifest manifest = history.manifest(run);
            RunComparison comparison = session.complete(history.rerun(manifest));
            if (comparison.isSameResult()) {
                session.terminal().line("same result hash: " + manifest.resultHash());
                tell(comparison.causes());
                return ExitCode.DONE;
            }
            session.terminal().line("the result differs");
            tell(comparison.causes());
            if (comparison.causes().isEmpty()) {
                session.terminal().line("  nothing that should decide it has changed: the program is not what it was");
            }
            tell(results(comparison));
            return ExitCode.FAILED;
        }
    }

    private static List<RunComparison.Row> results(RunComparison comparison) {
        return comparison.differences().stream()
                .filter(row -> row.group() == RunComparison.Group.RESULT)
                .limit(FIGURES_SHOWN)
                .toList();
    }

    private void tell(List<RunComparison.Row> rows) {
        for (RunComparison.Row row : rows) {
            session.terminal()
                    .line("  " + ComparisonText.title(row) + ": was " + ComparisonText.value(row.left()) + ", is "
                            + ComparisonText.value(row.right()));
        }
    }
}
