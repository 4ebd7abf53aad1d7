package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.honesty.HonestyChecks;
import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.desktop.report.CheckedRun;
import ai.backtestr.desktop.report.Honesty;
import ai.backtestr.desktop.report.ReportCharts;
import ai.backtestr.desktop.report.RunReport;
import ai.backtestr.desktop.runs.ManifestDocument;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Runs backtests, checks them, reports on them and keeps them.
///
/// @param workspace where the ticks are
/// @param session whose command it is
record ReportedRuns(Workspace workspace, CommandSession session) {

    /// Runs a backtest, writes a report on it to `folder`, unless that is null, and keeps it. If anything fails, no
    /// part of a report is left and nothing is kept; if the user ends the checks, the run is kept without them.
    ReportedRun run(BacktestRequest request, ReportWishes wishes, @Nullable Path folder) {
        Instant started = session.clock().instant();
        if (folder == null) {
            BacktestResult result = session.complete(workspace.backtest(request));
            CheckedRun checked = checked(request, result, wishes);
            return new ReportedRun(checked, keep(request, result, started, wishes), null);
        }
        try (PlacedFolder placed = PlacedFolder.prepare(folder)) {
            BacktestResult result = session.complete(workspace.backtest(workspace.withChartBars(request)));
            ReportCharts charts = ReportCharts.of(result);
            CheckedRun checked = checked(request, result, wishes);
            RunReport.write(checked, charts, ManifestDocument.of(RunManifest.of(request, result)), placed);
            StoredRun kept = keep(request, result, started, wishes);
            return new ReportedRun(checked, kept, placed.place());
        }
    }

    /// Checks a run as wished.
    CheckedRun checked(BacktestRequest request, BacktestResult result, ReportWishes wishes) {
        Honesty honesty = honesty(request, result, wishes);
        ZoneId zone = wishes.zone();
        return new CheckedRun(
                result, honesty, zone == null ? result.instrument().calendar().zone() : zone);
    }

    private Honesty honesty(BacktestRequest request, BacktestResult result, ReportWishes wishes) {
        try {
            return session.complete(HonestyChecks.of(workspace, request, result, wishes.checks()));
        } catch (CancellationException e) {
            return HonestyChecks.interrupted(result);
        }
    }

    private StoredRun keep(BacktestRequest request, BacktestResult result, Instant started, ReportWishes wishes) {
        return new RunHistory(workspace).keep(request, result, started, wishes.tags(), wishes.note());
    }
}
