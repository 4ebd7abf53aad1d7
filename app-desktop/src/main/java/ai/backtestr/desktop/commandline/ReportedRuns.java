package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.desktop.report.RunReport;
import ai.backtestr.desktop.runs.ManifestDocument;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs backtests, reports on them and keeps them.
///
/// @param workspace where the ticks are
/// @param session whose command it is
record ReportedRuns(Workspace workspace, CommandSession session) {

    /// Runs a backtest, writes a report on it to `folder`, unless that is null, and keeps it. If anything fails, no
    /// part
    /// of a report is left and nothing is kept.
    ReportedRun run(BacktestRequest request, @Nullable Path folder, List<String> tags, String note) {
        Instant started = session.clock().instant();
        if (folder == null) {
            BacktestResult result = session.complete(workspace.backtest(request));
            return new ReportedRun(result, keep(request, result, started, tags, note), null);
        }
        try (PlacedFolder placed = PlacedFolder.prepare(folder)) {
            BacktestResult result = session.complete(workspace.backtest(workspace.withChartBars(request)));
            RunReport.write(result, ManifestDocument.of(RunManifest.of(request, result)), placed);
            StoredRun kept = keep(request, result, started, tags, note);
            return new ReportedRun(result, kept, placed.place());
        }
    }

    private StoredRun keep(
            BacktestRequest request, BacktestResult result, Instant started, List<String> tags, String note) {
        return new RunHistory(workspace).keep(request, result, started, tags, note);
    }
}
