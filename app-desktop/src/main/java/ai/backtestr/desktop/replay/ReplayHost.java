package ai.backtestr.desktop.replay;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.WallClock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What the controls of a replay need of the window they are in. FX thread only.
public interface ReplayHost {
    /// Runs a task off the FX thread; `onDone` hears of its result there.
    <T> void run(BackgroundTask<T> task, Consumer<T> onDone);

    /// Tells the user something.
    void tell(String text);

    /// Tells the user what went wrong.
    void tellError(String text);

    /// Returns the timeframe chosen for the chart.
    Timeframe timeframe();

    /// The clock whose times are shown and typed.
    ReadOnlyObjectProperty<WallClock> clock();

    /// Hears that a replay has begun, or that it has ended: the chart is the replay's meanwhile.
    void replaying(boolean does);

    /// Takes what came of a session.
    void ended(ReplaySession.Outcome outcome);
}
