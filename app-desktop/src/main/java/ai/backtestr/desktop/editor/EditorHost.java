package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.task.BackgroundTask;
import java.util.function.Consumer;

/// What the code pane needs of the window. FX thread only.
public interface EditorHost {
    /// Runs a task in the background; `onDone` hears of its result, the window of its failure.
    <T> void start(BackgroundTask<T> task, Consumer<T> onDone);

    /// Tells something in a line.
    void tell(String text);

    /// Takes in that the source of a strategy was saved: it is compiled, chosen and run.
    void saved(String strategy);

    /// Asks for the name of a new strategy and writes it.
    void create();
}
