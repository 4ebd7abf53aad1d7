package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.desktop.settings.Preferences.ThemeChoice;
import ai.backtestr.desktop.settings.RecordFile;
import ai.backtestr.desktop.settings.WindowSettings;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// What the user prefers, as it is kept. FX thread only.
final class PreferenceMemory extends FileMemory<Preferences> {
    private static final double PAUSE_MS = 50;

    /// @param file where it is kept
    /// @param loaded what was read from there
    /// @param background writes the file
    /// @param fxThread brings to the FX thread what went wrong
    /// @param pause how long to wait after a change
    PreferenceMemory(
            RecordFile<Preferences> file,
            RecordFile.Loaded<Preferences> loaded,
            Executor background,
            Executor fxThread,
            Pause pause) {
        super(file::save, loaded.value(), loaded.problem(), background, fxThread, pause);
    }

    /// Returns those of a workbench's home folder, read at once.
    static PreferenceMemory of(Workbench workbench, WindowSettings window) {
        RecordFile<Preferences> file = file(workbench.workspace().home().settings());
        Tasks tasks = workbench.tasks();
        return new PreferenceMemory(
                file, file.load(defaults(window)), tasks::background, tasks::later, new FxPause(PAUSE_MS));
    }

    /// Returns the file in the folder of settings.
    static RecordFile<Preferences> file(Path settings) {
        return new RecordFile<>(settings.resolve("preferences.json"), Preferences.class);
    }

    /// Returns what holds where nothing is kept: the theme of the window as earlier versions left it, else
    /// defaults.
    static Preferences defaults(WindowSettings window) {
        return Preferences.DEFAULTS.withTheme(
                window.theme() == WindowSettings.Theme.LIGHT ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }
}
