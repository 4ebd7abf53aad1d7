package ai.backtestr.desktop.tasklist;

import ai.backtestr.desktop.task.BackgroundTask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All work in the background. What ends before anybody could read of it, as most runs do while a slider moves, is
/// not shown, unless it failed or is work that the user asked for by itself.
///
/// Threads: belongs to the FX thread.
public final class TaskList {
    /// From when on work is shown.
    static final long SHOWN_AFTER_NS = 300_000_000L;

    private static final int MOST_ENDED = 200;

    private final LongSupplier clock;
    private final Set<TaskEntry> running = new LinkedHashSet<>();
    private final ObservableList<TaskEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper failures = new ReadOnlyIntegerWrapper();

    /// An empty list.
    public TaskList() {
        this(System::nanoTime);
    }

    /// @param clock tells the time in nanoseconds
    TaskList(LongSupplier clock) {
        this.clock = clock;
    }

    /// Takes in that work begins.
    ///
    /// @param cancel has it stop; null where it is to come to its end
    public TaskEntry begin(BackgroundTask<?> task, @Nullable Runnable cancel) {
        TaskEntry entry = new TaskEntry(task, cancel, clock.getAsLong());
        running.add(entry);
        busy.set(true);
        return entry;
    }

    /// Takes in that work has ended, or was stopped.
    public void end(TaskEntry entry, TaskEntry.State how) {
        end(entry, how, "", null);
    }

    /// Takes in that work has failed.
    ///
    /// @param problem why, in a line
    public void fail(TaskEntry entry, String problem, Throwable cause) {
        end(entry, TaskEntry.State.FAILED, problem, cause);
        failures.set(failures.get() + 1);
    }

    private void end(TaskEntry entry, TaskEntry.State how, String problem, @Nullable Throwable cause) {
        entry.end(how, problem, cause, clock.getAsLong());
        if (how == TaskEntry.State.FAILED || entry.isListed()) {
            show(entry);
        }
        leave(entry);
        forgetOldest();
    }

    /// Takes in that something else took the place of work: nobody wants to read of it any more.
    public void drop(TaskEntry entry) {
        entries.remove(entry);
        leave(entry);
    }

    private void leave(TaskEntry entry) {
        running.remove(entry);
        busy.set(!running.isEmpty());
        looks.set(looks.get() + 1);
    }

    private void show(TaskEntry entry) {
        if (!entry.isShown()) {
            entry.markShown();
            entries.addFirst(entry);
        }
    }

    private void forgetOldest() {
        for (int i = entries.size() - 1; i >= MOST_ENDED; i--) {
            if (entries.get(i).state() != TaskEntry.State.RUNNING) {
                entries.remove(i);
            }
        }
    }

    /// Looks at what is under way; to be called a few times a second while [#busy()].
    public void look() {
        long now = clock.getAsLong();
        for (TaskEntry entry : List.copyOf(running)) {
            entry.look(now);
            if (entry.runsForNs(now) >= SHOWN_AFTER_NS) {
                show(entry);
            }
        }
        looks.set(looks.get() + 1);
    }

    /// What is shown, the latest first.
    public ObservableList<TaskEntry> entries() {
        return entries;
    }

    /// Returns how many of those shown are under way.
    public int count() {
        return (int) running.stream().filter(TaskEntry::isShown).count();
    }

    /// Returns the one under way for longest, of those shown.
    public Optional<TaskEntry> oldest() {
        return running.stream().filter(TaskEntry::isShown).findFirst();
    }

    /// Forgets all that has ended.
    public void clearEnded() {
        entries.removeIf(entry -> entry.state() != TaskEntry.State.RUNNING);
        failures.set(0);
    }

    /// Takes in that the user has seen what failed.
    public void failuresSeen() {
        failures.set(0);
    }

    /// How many have failed since somebody looked.
    public ReadOnlyIntegerProperty failures() {
        return failures.getReadOnlyProperty();
    }

    /// Whether anything is under way, shown or not.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Changes whenever there is something new to see of what is under way.
    public ReadOnlyIntegerProperty looks() {
        return looks.getReadOnlyProperty();
    }
}
