package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.desktop.report.RunFacts;
import ai.backtestr.desktop.report.RunReport;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backtest that was run, and the report on it.
///
/// @param result what came of it
/// @param report the folder of the report, absolute; null if none was asked for
record ReportedRun(BacktestResult result, @Nullable Path report) {
    /// Runs a backtest and writes a report on it to `folder`, unless that is null. If anything fails, no part of a
    /// report is left.
    static ReportedRun of(BacktestRequest request, @Nullable Path folder, Workspace workspace, CommandSession session) {
        if (folder == null) {
            return new ReportedRun(session.complete(workspace.backtest(request)), null);
        }
        try (PlacedFolder placed = PlacedFolder.prepare(folder)) {
            BacktestResult result = session.complete(workspace.backtest(workspace.withChartBars(request)));
            RunReport.write(result, placed);
            return new ReportedRun(result, placed.place());
        }
    }

    /// Returns what a person wants to know of it, a line each.
    String summary() {
        List<RunFacts.Fact> facts = new ArrayList<>(RunFacts.setup(result));
        facts.addAll(RunFacts.outcome(result));
        facts.add(RunFacts.hash(result));
        if (report != null) {
            facts.add(new RunFacts.Fact("Report", report.toString()));
        }
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (RunFacts.Fact fact : facts) {
            text.append(fact.name())
                    .repeat(' ', width + 2 - fact.name().length())
                    .append(fact.text())
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }
}
