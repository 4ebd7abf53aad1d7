package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.SettingsFile;
import ai.backtestr.desktop.settings.WindowSettings;
import java.util.concurrent.Executor;

/// What the window is to remember of itself, the strategy and the account. FX thread only.
final class WindowMemory extends FileMemory<WindowSettings> {
    /// @param file where it is kept
    /// @param loaded what was read from there
    /// @param background writes the file
    /// @param fxThread brings to the FX thread what went wrong
    /// @param pause how long to wait after a change
    WindowMemory(SettingsFile file, SettingsFile.Loaded loaded, Executor background, Executor fxThread, Pause pause) {
        super(file::save, loaded.settings(), loaded.problem(), background, fxThread, pause);
    }
}
