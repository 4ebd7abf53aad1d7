package ai.backtestr.desktop.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// A piece of long work: run once, watched and cancelled from any other thread. The one kind of it in the program;
/// the command line runs it where it stands, the window on a thread of its own.
///
/// @param <T> what comes of it
public final class BackgroundTask<T> {
    /// What is to be done.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    public interface Work<T> {
        /// Does it.
        ///
        /// @throws CancellationException if `control` said to stop before it was complete
        T run(TaskControl control);
    }

    private final String title;
    private final Work<T> work;
    private final TaskControl control = new TaskControl();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean listed;

    /// Makes a task that begins when [#run()] or [#start] is called.
    ///
    /// @param title what it does, in a few words for a progress bar, such as `Importing trades.csv`
    public BackgroundTask(String title, Work<T> work) {
        this.title = title;
        this.work = work;
    }

    /// Returns what it does, in a few words.
    public String title() {
        return title;
    }

    /// Marks it as work that the user asks for by itself, such as an import: it is told of when it has ended,
    /// however short it was, and can be stopped.
    ///
    /// @return this task
    public BackgroundTask<T> listed() {
        listed = true;
        return this;
    }

    /// Tells whether it is.
    public boolean isListed() {
        return listed;
    }

    /// Does the work on the calling thread.
    ///
    /// @throws CancellationException if it was cancelled
    /// @throws IllegalStateException if it was begun before
    public T run() {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException(title + ": a task runs only once");
        }
        control.throwIfCancelled();
        try {
            return work.run(control);
        } catch (RuntimeException e) {
            throw control.isCancelled() ? cancellation(e) : e;
        }
    }

    /// Work that is stopped can fail in ways of its own; what counts is that it was to stop.
    private static CancellationException cancellation(RuntimeException e) {
        if (e instanceof CancellationException cancelled) {
            return cancelled;
        }
        CancellationException cancelled = new CancellationException("cancelled");
        cancelled.initCause(e);
        return cancelled;
    }

    /// Does the work on a thread of `executor`.
    ///
    /// @return its result; it completes exceptionally with what the work threw, with a [CancellationException] if
    ///     the task was cancelled. Cancel the task rather than the future.
    public CompletableFuture<T> start(Executor executor) {
        return CompletableFuture.supplyAsync(this::run, executor);
    }

    /// Asks the work to stop soon. Any thread, any number of times, without effect on work that is done.
    public void cancel() {
        control.cancel();
    }

    /// Returns how far it is. Any thread.
    public TaskProgress progress() {
        return control.progress();
    }
}
