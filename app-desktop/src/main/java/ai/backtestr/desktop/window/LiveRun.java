package ai.backtestr.desktop.window;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.RunWatch;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The run that the window makes: one at a time, shown from its first part on. A new one takes the place of the one
/// under way as soon as that has had the time for a first part, so that a slider that never rests shows something
/// too.
///
/// Threads: belongs to the FX thread.
final class LiveRun {
    private static final int FIRST_PART_MS = 40;
    private static final int YOUNG_MS = 50;
    private static final long BETWEEN_PARTS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int REST = 4; // of the time that showing a part takes, so that there is some for the rest

    /// What makes runs.
    @FunctionalInterface
    interface Runs {
        BackgroundTask<BacktestResult> of(BacktestRequest request, RunWatch watch);
    }

    private final Runs runs;
    private final Tasks tasks;
    private final ShownRun shown;
    private final Pause young;
    private @Nullable Wanted underWay;
    private @Nullable Wanted waiting;
    private boolean isYoung;

    private record Wanted(
            BacktestRequest request, @Nullable StoredData data, long askedNanos, Consumer<BacktestResult> onDone) {}

    LiveRun(Workspace workspace, Tasks tasks, ShownRun shown) {
        this(workspace::backtest, tasks, shown, new FxPause(YOUNG_MS));
    }

    /// @param young how long a run has before another takes its place
    LiveRun(Runs runs, Tasks tasks, ShownRun shown, Pause young) {
        this.runs = runs;
        this.young = young;
        this.tasks = tasks;
        this.shown = shown;
    }

    /// Makes a run and shows it.
    ///
    /// @param data what it is made on
    /// @param onDone hears of the result when all of it is shown
    void start(BacktestRequest request, @Nullable StoredData data, Consumer<BacktestResult> onDone) {
        Wanted wanted = new Wanted(request, data, System.nanoTime(), onDone);
        if (underWay != null && isYoung) {
            waiting = wanted;
        } else {
            launch(wanted);
        }
    }

    private void launch(Wanted wanted) {
        waiting = null;
        underWay = wanted;
        isYoung = true;
        young.restart(this::grown);
        tasks.start(
                Tasks.Lane.RUN,
                runs.of(
                        wanted.request,
                        parts -> wish(wanted, parts, wanted.askedNanos + TimeUnit.MILLISECONDS.toNanos(FIRST_PART_MS))),
                finished -> {
                    underWay = null;
                    shown.show(finished, wanted.data, wanted.request);
                    wanted.onDone.accept(finished);
                    launchWaiting();
                },
                this::ended);
    }

    private void grown() {
        isYoung = false;
        launchWaiting();
    }

    private void launchWaiting() {
        if (waiting != null) {
            launch(waiting);
        }
    }

    /// Takes back what was shown of a run that is cancelled or failed.
    private void ended() {
        underWay = null;
        shown.dropPart();
        launchWaiting();
    }

    /// Ends the run under way, and makes none that waits.
    void cancel() {
        waiting = null;
        tasks.cancel(Tasks.Lane.RUN);
    }

    private void wish(Wanted run, RunWatch.Parts parts, long atNanos) {
        parts.wish(atNanos, part -> tasks.later(() -> show(run, parts, part)));
    }

    private void show(Wanted run, RunWatch.Parts parts, BacktestResult part) {
        if (run.equals(underWay)) {
            long beginNanos = System.nanoTime();
            shown.showPart(part, run.data, run.request);
            long endNanos = System.nanoTime();
            wish(run, parts, endNanos + Math.max(BETWEEN_PARTS_NANOS, REST * (endNanos - beginNanos)));
        }
    }
}
