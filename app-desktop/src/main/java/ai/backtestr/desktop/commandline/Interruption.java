package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.task.BackgroundTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Carries the wish to end the program (Ctrl-C) to the task it is busy with, and holds the end up until that has
/// cleaned up. Any thread.
public final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private @Nullable BackgroundTask<?> running;
    private boolean interrupted;
    private boolean endsAnywhere;

    /// Begins without a task.
    public Interruption() {}

    /// Cancels `task` if the program is to end, now or later.
    synchronized void watch(BackgroundTask<?> task) {
        running = task;
        if (interrupted) {
            task.cancel();
        }
    }

    /// Runs work that waits for the user and may end anywhere, such as an open window: what is stored meanwhile is
    /// stored all or nothing, whenever the program ends.
    void runUntilEnd(Runnable work) {
        setEndsAnywhere(true);
        try {
            work.run();
        } finally {
            setEndsAnywhere(false);
        }
    }

    private synchronized void setEndsAnywhere(boolean does) {
        endsAnywhere = does;
    }

    /// Says that the program is to end, and waits for the command to come to its end; half a minute at most.
    ///
    /// @return whether it has, or need not
    public boolean interruptAndWait() {
        synchronized (this) {
            interrupted = true;
            if (running != null) {
                running.cancel();
            }
            if (endsAnywhere) {
                return true;
            }
        }
        try {
            return finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Says that the command has come to its end.
    public void finished() {
        finished.countDown();
    }
}
