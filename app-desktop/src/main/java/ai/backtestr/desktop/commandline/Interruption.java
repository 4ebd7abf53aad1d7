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

    /// Begins without a task.
    public Interruption() {}

    /// Cancels `task` if the program is to end, now or later.
    synchronized void watch(BackgroundTask<?> task) {
        running = task;
        if (interrupted) {
            task.cancel();
        }
    }

    /// Says that the program is to end, and returns when the command has come to its end, or in case it does not,
    /// after half a minute.
    public void interruptAndWait() {
        synchronized (this) {
            interrupted = true;
            if (running != null) {
                running.cancel();
            }
        }
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says that the command has come to its end.
    public void finished() {
        finished.countDown();
    }
}
