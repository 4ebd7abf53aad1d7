package ai.backtestr.desktop.window;

import ai.backtestr.desktop.sql.SqlRunner;
import ai.backtestr.desktop.task.BackgroundTask;
import java.util.function.Consumer;

/// Runs the SQL console's work beside the window's other work.
///
/// @param tasks the window's
record SqlWork(Tasks tasks) implements SqlRunner {
    @Override
    public <T> void start(BackgroundTask<T> task, Consumer<T> onDone) {
        tasks.start(Tasks.Lane.SQL, task, onDone);
    }

    @Override
    public <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone) {
        tasks.startBeside(task, onDone);
    }

    @Override
    public void cancel() {
        tasks.cancel(Tasks.Lane.SQL);
    }

    @Override
    public void tell(String text) {
        tasks.tell(text);
    }
}
