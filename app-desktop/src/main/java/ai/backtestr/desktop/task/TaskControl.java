package ai.backtestr.desktop.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// What connects work in progress to those who watch it: it tells how far it is and learns that it is to stop.
///
/// Any thread.
public final class TaskControl {
    private final List<Runnable> stoppers = new ArrayList<>();
    private volatile Supplier<TaskProgress> progress = () -> TaskProgress.UNKNOWN;
    private volatile boolean cancelled;

    TaskControl() {}

    /// Tells how far the work is.
    public void report(TaskProgress newProgress) {
        progress = () -> newProgress;
    }

    /// Has those who watch ask `source` how far the work is, from any thread, whenever they want to know.
    public void reportFrom(Supplier<TaskProgress> source) {
        progress = source;
    }

    /// Tells whether the work is to stop.
    public boolean isCancelled() {
        return cancelled;
    }

    /// Ends the work here if it is to stop.
    ///
    /// @throws CancellationException if it is
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }

    /// Has `stopper` called when the work is to stop; at once, if that has been said already.
    public void onCancel(Runnable stopper) {
        synchronized (stoppers) {
            stoppers.add(stopper);
            if (!cancelled) {
                return;
            }
        }
        stopper.run();
    }

    TaskProgress progress() {
        return progress.get();
    }

    void cancel() {
        List<Runnable> toRun;
        synchronized (stoppers) {
            cancelled = true;
            toRun = List.copyOf(stoppers);
        }
        toRun.forEach(Runnable::run);
    }
}
