package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Kept runs made again, one after the other, since their equity is not kept.
public final class RunsAgain {
    private RunsAgain() {}

    /// A run made again.
    ///
    /// @param name what it was asked for by
    /// @param manifest what was kept of it
    /// @param now the same of what it comes to now
    /// @param result what it comes to now
    public record Again(String name, RunManifest manifest, RunManifest now, BacktestResult result) {
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
        return new BackgroundTask<>(title(names), control -> {
            List<Again> all = new ArrayList<>();
            for (int i = 0; i < manifests.size(); i++) {
                control.throwIfCancelled();
                RunManifest manifest = manifests.get(i);
                BacktestRequest request = history.request(manifest);
                BacktestResult result = run(workspace, request, control);
                all.add(new Again(
                        names.get(i), manifest, ManifestDocument.asRead(RunManifest.of(request, result)), result));
            }
            return List.copyOf(all);
        });
    }

    private static String title(List<String> names) {
        return names.size() == 1 ? "Running " + names.getFirst() + " again" : "Running " + names.size() + " runs again";
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

    /// Returns in a sentence or two whether runs come to what was kept of them.
    ///
    /// @param runs one or more
    public static String told(List<Again> runs) {
        List<Again> changed = runs.stream().filter(run -> !run.isSame()).toList();
        if (changed.isEmpty()) {
            String which = runs.stream().map(Again::name).collect(Collectors.joining(", "));
            return "Again: " + which + (runs.size() == 1 ? " comes" : " come")
                    + " to the same result, to the last fill.";
        }
        String which = changed.stream().map(Again::name).collect(Collectors.joining(", "));
        boolean isExplained = changed.stream()
                .noneMatch(run ->
                        RunComparison.of(run.manifest(), run.now()).causes().isEmpty());
        return "Again: " + which + (changed.size() == 1 ? " comes" : " come")
                + " to another result now than was kept."
                + (isExplained ? "" : " Nothing that should decide it has changed: the program is not what it was.");
    }
}
