package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.util.ArrayList;
import java.util.List;

/// Kept runs made again, one after the other, since their equity is not kept.
public final class RunsAgain {
    private RunsAgain() {}

    /// A run made again.
    ///
    /// @param name what it was asked for by
    /// @param manifest what was kept of it
    /// @param result what it comes to now
    public record Again(String name, RunManifest manifest, BacktestResult result) {
        /// Tells whether it comes to what was kept.
        public boolean isSame() {
            return result.resultHash().equals(manifest.resultHash());
        }
    }

    /// Makes runs again.
    ///
    /// @param names what they are called, as many as there are manifests
    public static BackgroundTask<List<Again>> of(
            Workspace workspace, RunHistory history, List<String> names, List<RunManifest> manifests) {
        return new BackgroundTask<>("Running " + manifests.size() + " runs again", control -> {
            List<Again> all = new ArrayList<>();
            for (int i = 0; i < manifests.size(); i++) {
                RunManifest manifest = manifests.get(i);
                all.add(new Again(names.get(i), manifest, run(workspace, history.request(manifest), control)));
            }
            return List.copyOf(all);
        });
    }

    private static BacktestResult run(Workspace workspace, BacktestRequest request, TaskControl control) {
        BackgroundTask<BacktestResult> run = workspace.backtest(request);
        control.reportFrom(run::progress);
        control.onCancel(run::cancel);
        return run.run();
    }

    /// Returns in a sentence which of the runs come to another result than was kept; empty if none does.
    public static String changed(List<Again> runs) {
        List<String> names =
                runs.stream().filter(run -> !run.isSame()).map(Again::name).toList();
        return names.isEmpty()
                ? ""
                : String.join(", ", names) + (names.size() == 1 ? " comes" : " come")
                        + " to another result now than was kept; 'backtestr rerun' tells why.";
    }
}
