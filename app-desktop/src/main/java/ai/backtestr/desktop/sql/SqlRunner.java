package ai.backtestr.desktop.sql;

import ai.backtestr.desktop.task.BackgroundTask;
import java.util.function.Consumer;

/// Runs the console's work off the FX thread, one piece at a time. Called on the FX thread.
public interface SqlRunner {
    /// Starts a task; one under way is cancelled. `onDone` hears of its result on the FX thread unless it was
    /// cancelled or failed.
    <T> void start(BackgroundTask<T> task, Consumer<T> onDone);

    /// Runs a task that nothing cancels, beside the others.
    <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone);

    /// Cancels the task under way.
    void cancel();

    /// Tells the user something.
    void tell(String text);
}
