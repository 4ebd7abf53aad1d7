package ai.backtestr.desktop.workspace;

import ai.backtestr.data.store.ExportFile;
import ai.backtestr.data.store.ExportFormat;
import ai.backtestr.data.store.Exporter;
import ai.backtestr.data.store.FileExport;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.tick.TickSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/// Writes what a workspace holds into a file, which appears complete or not at all. Each export is a task whose
/// result is the number of rows. Any thread.
///
/// @param workspace the open home folder
/// @param target the file to write
/// @param format how to write it
/// @param replaces whether a file that is there already is replaced
public record Exports(Workspace workspace, Path target, ExportFormat format, boolean replaces) {
    // The database tells a share alone.
    private static final int STEPS = 1_000_000;

    /// Finds out before the work whether there is a file already that is not to be replaced.
    ///
    /// @throws ProblemException if there is
    public void requireFree() {
        if (!replaces && Files.exists(target)) {
            throw new ProblemException(target + " exists already; add --force to replace it, or name another file");
        }
    }

    /// Writes the ticks of an instrument.
    public BackgroundTask<Long> ticks(String symbol, TimeRange range) {
        return writing(file -> {
            try (TickSource source = workspace.open(symbol, range)) {
                return workspace.store().exporter().ticks(source.instrument(), range.fromNs(), range.toNs(), file);
            }
        });
    }

    /// Writes bars.
    public BackgroundTask<Long> bars(BarSeries bars) {
        return writing(file -> Exporter.bars(bars, file));
    }

    /// Writes what a SELECT finds.
    public BackgroundTask<Long> query(String sql) {
        return writing(file -> workspace.store().exporter().query(sql, file));
    }

    private BackgroundTask<Long> writing(Function<ExportFile, FileExport> opener) {
        BackgroundTask<Long> writing = new BackgroundTask<>("Exporting " + target.getFileName(), control -> {
            requireFree();
            return PlacedFile.fill(target, partial -> {
                try (FileExport export = opener.apply(new ExportFile(partial, format, target))) {
                    return run(export, control);
                }
            });
        });
        return writing.listed();
    }

    private static long run(FileExport export, TaskControl control) {
        control.onCancel(export::cancel);
        control.reportFrom(() -> new TaskProgress(Math.round(Math.max(0, export.share()) * STEPS), STEPS, ""));
        try {
            return export.run();
        } finally {
            control.report(TaskProgress.UNKNOWN);
        }
    }
}
