package ai.backtestr.desktop.sql;

import ai.backtestr.desktop.task.BackgroundTask;
import java.util.function.Consumer;

/// Runs the console's work off the FX thread. Called on the FX thread.
public interface SqlRunner {
    /// What is done one piece at a time, of which the last that was wanted counts.
    enum Kind {
        STATEMENT,
        DRAWING,
        FINDING
    }

    /// Starts a task; one of its kind that is under way is cancelled. `onDone` hears of its result on the FX thread
    /// unless it was cancelled or failed.
    <T> void start(Kind kind, BackgroundTask<T> task, Consumer<T> onDone);

    /// Runs a task that nothing cancels, beside the others.
    <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone);

    /// Cancels the task of a kind that is under way.
    void cancel(Kind kind);

    /// Tells the user something.
    void tell(String text);
}
