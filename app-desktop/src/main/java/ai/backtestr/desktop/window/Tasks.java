package ai.backtestr.desktop.window;

import ai.backtestr.desktop.home.WorkJournal;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.tasklist.TaskEntry;
import ai.backtestr.desktop.tasklist.TaskList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    interface Track {
        /// Tells whether it is worth a word if the program is killed in the middle of it.
        default boolean isNoted() {
            return false;
        }
    }

    /// The kinds of which there is one for all of the window.
    enum Lane implements Track {
        STORE,
        RUN,
        STRATEGIES,
        HISTORY,
        REPORT,
        EXPLANATION,
        SQL,
        REPLAY;

        @Override
        public boolean isNoted() {
            return this == STORE || this == RUN || this == REPORT;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor background;
    private final Executor fxThread;
    private final Map<Track, BackgroundTask<?>> running = new LinkedHashMap<>();
    private final Map<Track, BackgroundTask<?>> wanted = new LinkedHashMap<>();
    private final Map<Track, Runnable> waiting = new LinkedHashMap<>();
    private final TaskList list = new TaskList();
    private final Map<BackgroundTask<?>, TaskEntry> entries = new HashMap<>();
    private final ObjectProperty<@Nullable BackgroundTask<?>> current = new SimpleObjectProperty<>();
    private @Nullable WorkJournal journal;
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private String details = "";
    private boolean closed;

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
        start(lane, task, onDone, () -> {});
    }

    /// As above; `onNone` hears of it if it was cancelled or failed, and nothing follows it in its lane.
    <T> void start(Track lane, BackgroundTask<T> task, Consumer<T> onDone, Runnable onNone) {
        if (closed) {
            return;
        }
        if (running.containsKey(lane)) {
            cancel(lane);
            waiting.put(lane, () -> launch(lane, task, onDone, onNone));
        } else {
            launch(lane, task, onDone, onNone);
        }
    }

    /// Runs a task beside all others, which only the user can stop, where it is one that is listed; `onDone` hears
    /// of the result.
    <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone) {
        if (closed) {
            return;
        }
        TaskEntry entry = list.begin(task, task.isListed() ? task::cancel : null);
        background.execute(() -> {
            try {
                T result = noted(task);
                fxThread.execute(() -> {
                    ended(task, entry, TaskEntry.State.DONE);
                    onDone.accept(result);
                });
            } catch (CancellationException e) {
                fxThread.execute(() -> ended(task, entry, TaskEntry.State.CANCELLED));
            } catch (Throwable problem) {
                fxThread.execute(() -> failed(task, entry, problem));
            }
        });
    }

    private <T> void launch(Track lane, BackgroundTask<T> task, Consumer<T> onDone, Runnable onNone) {
        running.put(lane, task);
        wanted.put(lane, task);
        current.set(task);
        entries.put(task, list.begin(task, () -> cancelOne(lane, task)));
        background.execute(() -> work(lane, task, onDone, onNone));
    }

    private void cancelOne(Track lane, BackgroundTask<?> task) {
        if (task.equals(running.get(lane))) {
            cancel(lane);
        }
    }

    private <T> void work(Track lane, BackgroundTask<T> task, Consumer<T> onDone, Runnable onNone) {
        try {
            T result = lane.isNoted() ? noted(task) : task.run();
            fxThread.execute(() -> succeed(lane, task, result, onDone, onNone));
        } catch (Throwable problem) {
            fxThread.execute(() -> fail(lane, task, problem, onNone));
        }
    }

    private <T> void succeed(Track lane, BackgroundTask<T> task, T result, Consumer<T> onDone, Runnable onNone) {
        boolean isWanted = task.equals(wanted.get(lane));
        leave(lane, task, entry -> {
            ended(task, entry, isWanted ? TaskEntry.State.DONE : TaskEntry.State.CANCELLED);
            if (!isWanted) {
                onNone.run();
            }
        });
        if (isWanted) {
            onDone.accept(result);
        }
    }

    private void fail(Track lane, BackgroundTask<?> task, Throwable problem, Runnable onNone) {
        boolean isWanted = task.equals(wanted.get(lane)) && !(problem instanceof CancellationException);
        leave(lane, task, entry -> {
            if (isWanted) {
                failed(task, entry, problem);
            } else {
                ended(task, entry, TaskEntry.State.CANCELLED);
            }
            onNone.run();
        });
    }

    /// Frees the lane for the task that waits for it; of one that another takes the place of nobody is told.
    private void leave(Track lane, BackgroundTask<?> task, Consumer<TaskEntry> ending) {
        wanted.remove(lane, task);
        running.remove(lane, task);
        TaskEntry entry = entries.remove(task);
        Runnable next = waiting.remove(lane);
        if (entry != null && next == null) {
            ending.accept(entry);
        } else if (entry != null) {
            list.drop(entry);
        }
        if (next == null) {
            current.set(running.values().stream().findFirst().orElse(null));
        } else {
            next.run();
        }
    }

    private void ended(BackgroundTask<?> task, TaskEntry entry, TaskEntry.State how) {
        list.end(entry, how);
        if (task.isListed()) {
            LOG.info("{}: {}", task.title(), entry.words());
        }
    }

    private void failed(BackgroundTask<?> task, TaskEntry entry, Throwable problem) {
        String words = ProblemException.explain(problem).orElseGet(() -> defect(task, problem));
        list.fail(entry, words, problem);
        LOG.warn("{}: {}", task.title(), words);
        tellError(words, entry.details());
    }

    /// Tells of an error that no code was ready for, and lists it; it is to be logged by whoever noticed.
    void tellUnexpected(Throwable problem) {
        BackgroundTask<String> unexpected = new BackgroundTask<>("Something in the program", control -> "");
        TaskEntry entry = list.begin(unexpected, null);
        list.fail(entry, problem.toString(), problem);
        tellError(
                "Something in the program failed: " + problem + ". What was done last may not be complete.",
                entry.details());
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

    /// Cancels everything under way, and starts nothing from now on.
    void close() {
        closed = true;
        cancelAll();
    }

    /// Cancels everything under way.
    void cancelAll() {
        List.copyOf(wanted.keySet()).forEach(this::cancel);
        waiting.clear();
    }

    /// Has something short done off the FX thread, which cannot fail.
    void background(Runnable work) {
        if (!closed) {
            background.execute(work);
        }
    }

    /// Has something done on the FX thread soon. Any thread.
    void later(Runnable work) {
        fxThread.execute(work);
    }

    void tell(String text) {
        details = "";
        failed.set(false);
        message.set(text);
    }

    /// Tells of an error, which goes to the log too.
    void tellError(String text) {
        LOG.info("told: {}", text);
        tellError(text, "");
    }

    /// Tells of an error that is logged already.
    ///
    /// @param about what else is known of it, such as a stack; empty for nothing
    private void tellError(String text, String about) {
        details = about;
        failed.set(true);
        message.set(text);
    }

    /// What else is known of the error that the user was told of last; empty for nothing.
    String details() {
        return details;
    }

    /// All tasks, as they are shown.
    TaskList list() {
        return list;
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
