package ai.backtestr.desktop.window;

import ai.backtestr.desktop.home.WorkJournal;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs work off the FX thread and brings its result, or in words what went wrong, back to it.
///
/// Threads: belongs to the FX thread.
final class Tasks {
    /// Work of which one piece at a time makes sense.
    interface Track {}

    /// The kinds of which there is one for all of the window.
    enum Lane implements Track {
        STORE,
        RUN,
        STRATEGIES,
        PREVIEW,
        HISTORY,
        REPORT,
        EXPLANATION,
        SQL,
        REPLAY
    }

    /// What is worth a word if the program is killed in the middle of it.
    private static final Set<Lane> NOTED = EnumSet.of(Lane.STORE, Lane.RUN, Lane.REPORT);

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor background;
    private final Executor fxThread;
    private final Map<Track, BackgroundTask<?>> running = new LinkedHashMap<>();
    private final Map<Track, BackgroundTask<?>> wanted = new LinkedHashMap<>();
    private final Map<Track, Runnable> waiting = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable BackgroundTask<?>> current = new SimpleObjectProperty<>();
    private @Nullable WorkJournal journal;
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty failed = new SimpleBooleanProperty();

    /// @param background runs the work
    /// @param fxThread brings a result to the FX thread
    Tasks(Executor background, Executor fxThread) {
        this.background = background;
        this.fxThread = fxThread;
    }

    /// Notes in a journal what is under way; to be called before anything is.
    void note(WorkJournal underWay) {
        journal = underWay;
    }

    private <T> T noted(BackgroundTask<T> task) {
        WorkJournal notes = journal;
        if (notes == null) {
            return task.run();
        }
        notes.begin(task.title());
        try {
            return task.run();
        } finally {
            notes.end(task.title());
        }
    }

    /// Starts a task; `onDone` hears of the result unless the task was cancelled. One under way in its lane is
    /// cancelled and the new one begins when that has ended; at most one waits, the last.
    <T> void start(Track lane, BackgroundTask<T> task, Consumer<T> onDone) {
        if (running.containsKey(lane)) {
            cancel(lane);
            waiting.put(lane, () -> launch(lane, task, onDone));
        } else {
            launch(lane, task, onDone);
        }
    }

    /// Runs a task beside all others, which nothing cancels; `onDone` hears of the result.
    <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone) {
        background.execute(() -> {
            try {
                T result = noted(task);
                fxThread.execute(() -> onDone.accept(result));
            } catch (Throwable problem) {
                fxThread.execute(
                        () -> tellError(ProblemException.explain(problem).orElseGet(() -> defect(task, problem))));
            }
        });
    }

    private <T> void launch(Track lane, BackgroundTask<T> task, Consumer<T> onDone) {
        running.put(lane, task);
        wanted.put(lane, task);
        current.set(task);
        background.execute(() -> work(lane, task, onDone));
    }

    private <T> void work(Track lane, BackgroundTask<T> task, Consumer<T> onDone) {
        try {
            T result = lane instanceof Lane kind && NOTED.contains(kind) ? noted(task) : task.run();
            fxThread.execute(() -> succeed(lane, task, result, onDone));
        } catch (Throwable problem) {
            fxThread.execute(() -> fail(lane, task, problem));
        }
    }

    private <T> void succeed(Track lane, BackgroundTask<T> task, T result, Consumer<T> onDone) {
        if (end(lane, task)) {
            onDone.accept(result);
        }
    }

    private void fail(Track lane, BackgroundTask<?> task, Throwable problem) {
        if (end(lane, task) && !(problem instanceof CancellationException)) {
            tellError(ProblemException.explain(problem).orElseGet(() -> defect(task, problem)));
        }
    }

    /// Frees the lane for the task that waits for it.
    ///
    /// @return whether the result of the one that has ended is still wanted
    private boolean end(Track lane, BackgroundTask<?> task) {
        boolean isWanted = wanted.remove(lane, task);
        running.remove(lane, task);
        Runnable next = waiting.remove(lane);
        if (next == null) {
            current.set(running.values().stream().findFirst().orElse(null));
        } else {
            next.run();
        }
        return isWanted;
    }

    private static String defect(BackgroundTask<?> task, Throwable problem) {
        LOG.error("{} failed", task.title(), problem);
        return task.title() + " failed: " + problem + "; the log tells more";
    }

    /// Cancels what is under way in a lane and what waits there; nobody hears of a result it may still have.
    void cancel(Track lane) {
        waiting.remove(lane);
        BackgroundTask<?> task = wanted.remove(lane);
        if (task != null) {
            task.cancel();
        }
    }

    /// Cancels everything under way.
    void cancelAll() {
        for (Track lane : Lane.values()) {
            cancel(lane);
        }
    }

    /// Has something short done off the FX thread, which cannot fail.
    void background(Runnable work) {
        background.execute(work);
    }

    /// Has something done on the FX thread soon. Any thread.
    void later(Runnable work) {
        fxThread.execute(work);
    }

    void tell(String text) {
        failed.set(false);
        message.set(text);
    }

    void tellError(String text) {
        failed.set(true);
        message.set(text);
    }

    /// A task under way; null if there is none.
    ObjectProperty<@Nullable BackgroundTask<?>> current() {
        return current;
    }

    /// What the user was told last.
    StringProperty message() {
        return message;
    }

    /// Whether that was an error.
    BooleanProperty failed() {
        return failed;
    }
}
