package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.LayoutFile;
import ai.backtestr.desktop.layout.Workspaces;
import java.util.concurrent.Executor;

/// The workspaces that the window is to remember. FX thread only.
final class LayoutMemory extends FileMemory<Workspaces> {
    /// @param file where they are kept
    /// @param loaded what was read from there
    /// @param background writes the file
    /// @param fxThread brings to the FX thread what went wrong
    /// @param pause how long to wait after a change
    LayoutMemory(LayoutFile file, LayoutFile.Loaded loaded, Executor background, Executor fxThread, Pause pause) {
        super(file::save, loaded.workspaces(), loaded.problem(), background, fxThread, pause);
    }

    /// Workspaces that go with the window.
    LayoutMemory(Workspaces workspaces) {
        super(ignored -> {}, workspaces, null, Runnable::run, Runnable::run, new FxPause(0));
    }
}
