package ai.backtestr.desktop.window;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.engine.run.BacktestResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the runs that the user rests on: those that no other follows for a while. What a slider passes on its way
/// is not kept. FX thread only; storing happens elsewhere.
final class RunKeeper {
    private record Finished(BacktestRequest request, BacktestResult result, Instant started) {}

    private final RunHistory history;
    private final Tasks tasks;
    private final Pause rest;
    private @Nullable Finished last;
    private String keptHash = "";
    private boolean closed;

    /// @param rest how long a result has to stand
    RunKeeper(RunHistory history, Tasks tasks, Pause rest) {
        this.history = history;
        this.tasks = tasks;
        this.rest = rest;
    }

    /// Tells that a run has finished, the latest.
    void finished(BacktestRequest request, BacktestResult result) {
        if (closed) {
            return;
        }
        last = new Finished(request, result, Instant.now().minusNanos(result.elapsedNs()));
        rest.restart(this::keep);
    }

    /// Keeps the latest run, and none that finishes from now on.
    void close() {
        keep();
        closed = true;
    }

    /// Keeps the latest run now, unless it is kept already or is the same as the one kept before.
    void keep() {
        rest.stop();
        Finished finished = last;
        last = null;
        if (finished == null || finished.result.resultHash().equals(keptHash)) {
            return;
        }
        keptHash = finished.result.resultHash();
        BackgroundTask<StoredRun> keeping = new BackgroundTask<>(
                "Keeping the run",
                control -> history.keep(finished.request, finished.result, finished.started, List.of(), ""));
        tasks.startBeside(keeping, kept -> tasks.tell("Kept as run " + kept.id() + "."));
    }
}
