package ai.backtestr.desktop.settings;

import java.util.Map;
import java.util.Objects;

/// What was typed about the period of a run and the models it goes by, as the user left it.
///
/// @param from when it begins, in UTC as far as it could be read; empty for the first tick
/// @param to when it stops, likewise; empty for the last tick
/// @param path what is assumed of the inside of recorded bars
/// @param models what was typed for the models, by the names of the options of `run`; those left empty are not in it
public record RunSettings(String from, String to, String path, Map<String, String> models) {
    /// All ticks, with the models that are used unless others are named.
    public static final RunSettings NONE = new RunSettings("", "", "nearest", Map.of());

    public RunSettings {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(path, "path");
        models = Map.copyOf(models);
    }
}
