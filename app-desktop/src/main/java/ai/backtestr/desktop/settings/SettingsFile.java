package ai.backtestr.desktop.settings;

import ai.backtestr.desktop.output.PlacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file that holds what the window remembers. It is replaced as a whole, so that it is complete whenever the
/// program ends.
///
/// Any thread; both methods wait for the disk.
public final class SettingsFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What was read.
    ///
    /// @param settings those of the file, or the defaults
    /// @param problem what was wrong with the file; null for nothing
    public record Loaded(WindowSettings settings, @Nullable String problem) {}

    private final Path path;

    /// @param folder where it lies; made when something is to be written
    public SettingsFile(Path folder) {
        path = folder.resolve("window.json");
    }

    /// Reads it. What it does not hold is taken from the defaults, what this program does not know is passed over.
    /// A file that cannot be understood is moved aside, to `window.json.damaged`.
    public Loaded load() {
        byte[] content;
        try {
            if (!Files.exists(path)) {
                return new Loaded(WindowSettings.DEFAULTS, null);
            }
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            return new Loaded(WindowSettings.DEFAULTS, path + " cannot be read (" + e + "); defaults are used");
        }
        try {
            return new Loaded(parse(content), null);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Loaded(WindowSettings.DEFAULTS, DamagedFile.moveAside(path, e, "defaults are used"));
        }
    }

    private static WindowSettings parse(byte[] content) {
        JsonNode read = MAPPER.readTree(content);
        if (!(read instanceof ObjectNode fields) || !fields.has("version")) {
            throw new IllegalArgumentException("no settings of a window");
        }
        ObjectNode all = MAPPER.valueToTree(WindowSettings.DEFAULTS);
        all.setAll(fields);
        return MAPPER.treeToValue(all, WindowSettings.class);
    }

    /// Replaces it.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it cannot be written; it is then as it was
    public void save(WindowSettings settings) {
        PlacedFile.write(path, MAPPER.writeValueAsBytes(settings));
    }
}
