package ai.backtestr.desktop.window;

import ai.backtestr.desktop.editor.EditorHost;
import ai.backtestr.desktop.task.BackgroundTask;
import java.util.function.Consumer;

/// Does for the code pane what only the window can.
///
/// @param workbench what saved strategies are run in
/// @param onCreate asks for the name of a new strategy
record CodeWork(Workbench workbench, Runnable onCreate) implements EditorHost {
    @Override
    public <T> void start(BackgroundTask<T> task, Consumer<T> onDone) {
        workbench.tasks().startBeside(task, onDone);
    }

    @Override
    public void tell(String text) {
        workbench.tasks().tell(text);
    }

    @Override
    public void saved(String strategy) {
        workbench.sources().saved(strategy);
    }

    @Override
    public void create() {
        onCreate.run();
    }
}
