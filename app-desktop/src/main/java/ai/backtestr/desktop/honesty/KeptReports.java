package ai.backtestr.desktop.honesty;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes reports on kept runs, each of which is run again from its manifest. Any thread may ask.
public final class KeptReports {
    private KeptReports() {}

    /// A report that was written.
    ///
    /// @param run which was kept
    /// @param folder where it is
    /// @param isSame whether the run comes to what was kept of it
    public record Written(StoredRun run, Path folder, boolean isSame) {}

    /// Makes a report on each of some runs, with all checks. Each is in its folder as a whole or not at all; when
    /// this is cancelled, those before stay.
    ///
    /// @param folder gets a folder for each run, see [#name]
    /// @return the task, which gives what was written, in that order
    public static BackgroundTask<List<Written>> making(Workspace workspace, List<StoredRun> runs, Path folder) {
        String title =
                runs.size() == 1 ? "Exporting run " + runs.getFirst().id() : "Exporting " + runs.size() + " runs";
        BackgroundTask<List<Written>> making = new BackgroundTask<>(title, control -> {
            RunHistory history = new RunHistory(workspace);
            List<Written> written = new ArrayList<>();
            for (StoredRun run : runs) {
                control.throwIfCancelled();
                RunManifest manifest = RunHistory.manifest(run);
                Path place = folder.resolve(name(run));
                String hash = ReportMaker.make(workspace, history.request(manifest), place, control)
                        .result()
                        .resultHash();
                written.add(new Written(run, place, hash.equals(manifest.resultHash())));
            }
            return List.copyOf(written);
        });
        return making.listed();
    }

    /// Returns the name of the folder of a run's report, such as `EURUSD-ema-cross-run12`.
    public static String name(StoredRun run) {
        return run.run().symbol() + "-" + run.run().strategy() + "-run" + run.id();
    }
}
