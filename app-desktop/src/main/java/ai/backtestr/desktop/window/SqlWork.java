package ai.backtestr.desktop.window;

import ai.backtestr.desktop.sql.SqlRunner;
import ai.backtestr.desktop.task.BackgroundTask;
import java.util.function.Consumer;

/// Runs the SQL console's work beside the window's other work.
///
/// @param tasks the window's
record SqlWork(Tasks tasks) implements SqlRunner {
    private record Beside(SqlWork of, Kind kind) implements Tasks.Track {}

    @Override
    public <T> void start(Kind kind, BackgroundTask<T> task, Consumer<T> onDone) {
        tasks.start(track(kind), task, onDone);
    }

    private Tasks.Track track(Kind kind) {
        return kind == Kind.STATEMENT ? Tasks.Lane.SQL : new Beside(this, kind);
    }

    @Override
    public <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone) {
        tasks.startBeside(task, onDone);
    }

    @Override
    public void cancel(Kind kind) {
        tasks.cancel(track(kind));
    }

    @Override
    public void tell(String text) {
        tasks.tell(text);
    }
}
