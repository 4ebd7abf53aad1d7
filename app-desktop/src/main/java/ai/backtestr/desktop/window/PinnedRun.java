package ai.backtestr.desktop.window;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.settings.PinnedSettings;
import ai.backtestr.desktop.settings.RecordFile;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The run that others are compared with, and what brings it back in the next session: its result hash is on file,
/// and the kept run of that hash is made again once there is a result of the same instrument to compare with.
///
/// Threads: belongs to the FX thread; the file is read and written, and the run made again, elsewhere.
final class PinnedRun {
    private final Workspace workspace;
    private final RunHistory history;
    private final Tasks tasks;
    private final ObjectProperty<@Nullable BacktestResult> pinned = new SimpleObjectProperty<>();
    private final RecordFile<PinnedSettings> file;
    private final AtomicReference<@Nullable PinnedSettings> unwritten = new AtomicReference<>();
    private PinnedSettings wanted = PinnedSettings.NONE;
    private boolean left;

    PinnedRun(Workspace workspace, RunHistory history, Tasks tasks) {
        this.workspace = workspace;
        this.history = history;
        this.tasks = tasks;
        file = new RecordFile<>(workspace.home().settings().resolve("pinned.json"), PinnedSettings.class);
        pinned.subscribe((before, now) -> write(now));
    }

    /// What is pinned; null for nothing.
    ObjectProperty<@Nullable BacktestResult> property() {
        return pinned;
    }

    /// Reads what the last session left pinned, and brings it back when there is a result to compare with.
    void recall(ReadOnlyObjectProperty<@Nullable BacktestResult> results) {
        BackgroundTask<RecordFile.Loaded<PinnedSettings>> reading =
                new BackgroundTask<>("Reading what is pinned", control -> file.load(PinnedSettings.NONE));
        tasks.startBeside(reading, loaded -> {
            if (loaded.problem() != null) {
                tasks.tellError(loaded.problem());
            }
            wanted = pinned.get() == null ? loaded.value() : PinnedSettings.NONE;
            results.subscribe(this::bringBack);
        });
    }

    private void bringBack(@Nullable BacktestResult result) {
        if (result == null
                || pinned.get() != null
                || !result.instrument().symbol().equals(wanted.symbol())) {
            return;
        }
        String hash = wanted.resultHash();
        wanted = PinnedSettings.NONE;
        if (result.resultHash().equals(hash)) {
            pinned.set(result);
            return;
        }
        tasks.startBeside(again(hash), again -> again.ifPresent(this::pinIfNone));
    }

    private void pinIfNone(BacktestResult again) {
        if (pinned.get() == null && !left) {
            pinned.set(again);
        }
    }

    /// Makes the kept run of that result again; nothing comes of it if it is kept no more.
    private BackgroundTask<Optional<BacktestResult>> again(String hash) {
        return new BackgroundTask<>("Running the pinned run again", control -> {
            Optional<StoredRun> kept = history.archive().list(null, null).stream()
                    .filter(run -> run.run().resultHash().equals(hash))
                    .findFirst();
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            BackgroundTask<BacktestResult> run =
                    workspace.backtest(history.request(RunHistory.manifest(kept.orElseThrow())));
            control.reportFrom(run::progress);
            control.onCancel(run::cancel);
            BacktestResult again = run.run();
            if (!again.resultHash().equals(hash)) {
                throw new ProblemException(
                        "the pinned run " + kept.orElseThrow().id()
                                + " comes to another result now; 'backtestr rerun "
                                + kept.orElseThrow().id()
                                + "' tells why");
            }
            return Optional.of(again);
        });
    }

    private void write(@Nullable BacktestResult now) {
        if (left) {
            return;
        }
        wanted = PinnedSettings.NONE;
        unwritten.set(
                now == null
                        ? PinnedSettings.NONE
                        : new PinnedSettings(
                                PinnedSettings.VERSION, now.instrument().symbol(), now.resultHash()));
        tasks.background(this::writeNewest);
    }

    /// Whoever comes second finds nothing left to write.
    private void writeNewest() {
        synchronized (file) {
            PinnedSettings newest = unwritten.getAndSet(null);
            if (newest != null) {
                try {
                    file.save(newest);
                } catch (ProblemException e) {
                    tasks.later(() -> tasks.tellError(String.valueOf(e.getMessage())));
                }
            }
        }
    }

    /// Leaves on file what is pinned now.
    void leave() {
        left = true;
    }
}
