package ai.backtestr.desktop.window;

import ai.backtestr.desktop.replay.ReplayHost;
import ai.backtestr.desktop.replay.ReplaySession;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.WallClock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Gives replays their place in the window.
///
/// @param workbench where they are
/// @param tasks what runs their work
record ReplaysInWindow(Workbench workbench, Tasks tasks) implements ReplayHost {
    @Override
    public <T> void run(BackgroundTask<T> task, Consumer<T> onDone) {
        tasks.start(Tasks.Lane.REPLAY, task, onDone);
    }

    @Override
    public void tell(String text) {
        tasks.tell(text);
    }

    @Override
    public void tellError(String text) {
        tasks.tellError(text);
    }

    @Override
    public Timeframe timeframe() {
        return workbench.timeframe().get();
    }

    @Override
    public ReadOnlyObjectProperty<WallClock> clock() {
        return workbench.preferred().clock();
    }

    @Override
    public void replaying(boolean does) {
        workbench.replaying().set(does);
    }

    @Override
    public void ended(ReplaySession.Outcome outcome) {
        workbench.showReplayed(outcome);
    }
}
