package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.desktop.report.CheckedRun;
import ai.backtestr.desktop.report.Honesty;
import ai.backtestr.desktop.report.RunReport;
import ai.backtestr.desktop.runs.ManifestDocument;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// Makes the report on a run in one piece of work: runs it, checks it, writes the report. Any thread may ask.
public final class ReportMaker {
    private ReportMaker() {}

    /// Makes a report with all checks. Cancelled while it checks, it reports without the checks that were not made.
    ///
    /// @param folder where it goes, as a whole or not at all
    /// @return the task, which gives the report's page
    public static BackgroundTask<Path> making(Workspace workspace, BacktestRequest request, Path folder) {
        BackgroundTask<Path> making = new BackgroundTask<>("Reporting on " + request.symbol(), control -> {
            make(workspace, request, folder, control);
            return folder.toAbsolutePath().normalize().resolve(RunReport.PAGE);
        });
        return making.listed();
    }

    /// Runs a backtest, checks it and writes the report to `folder`, as a part of other work.
    static CheckedRun make(Workspace workspace, BacktestRequest request, Path folder, TaskControl control) {
        try (PlacedFolder placed = PlacedFolder.prepare(folder)) {
            BacktestResult result = part(workspace.backtest(workspace.withChartBars(request)), control);
            CheckedRun checked = new CheckedRun(result, honesty(workspace, request, result, control));
            RunReport.write(checked, ManifestDocument.of(RunManifest.of(request, result)), placed);
            placed.place();
            return checked;
        }
    }

    private static Honesty honesty(
            Workspace workspace, BacktestRequest request, BacktestResult result, TaskControl control) {
        try {
            return part(HonestyChecks.of(workspace, request, result, CheckOptions.DEFAULT), control);
        } catch (CancellationException e) {
            return HonestyChecks.interrupted(result);
        }
    }

    private static <T> T part(BackgroundTask<T> task, TaskControl control) {
        control.reportFrom(task::progress);
        control.onCancel(task::cancel);
        return task.run();
    }
}
