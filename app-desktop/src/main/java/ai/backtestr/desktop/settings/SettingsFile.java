package ai.backtestr.desktop.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The file that holds what the window remembers, see [RecordFile].
///
/// Any thread; both methods wait for the disk.
public final class SettingsFile {
    /// What was read.
    ///
    /// @param settings those of the file, or the defaults
    /// @param problem what was wrong with the file; null for nothing
    public record Loaded(WindowSettings settings, @Nullable String problem) {}

    private final RecordFile<WindowSettings> file;

    /// @param folder where it lies; made when something is to be written
    public SettingsFile(Path folder) {
        file = new RecordFile<>(folder.resolve("window.json"), WindowSettings.class);
    }

    /// Reads it. What it does not hold is taken from the defaults, what this program does not know is passed over.
    /// A file that cannot be understood is moved aside, to `window.json.damaged`.
    public Loaded load() {
        RecordFile.Loaded<WindowSettings> loaded = file.load(WindowSettings.DEFAULTS);
        return new Loaded(loaded.value(), loaded.problem());
    }

    /// Replaces it.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it cannot be written; it is then as it was
    public void save(WindowSettings settings) {
        file.save(settings);
    }
}
