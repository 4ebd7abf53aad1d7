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

/// A file that holds one record as JSON. It is replaced as a whole, so that it is complete whenever the program
/// ends.
///
/// Any thread; both methods wait for the disk.
///
/// @param <T> the record, with a field `version`
public final class RecordFile<T> {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What was read.
    ///
    /// @param value that of the file, or the defaults
    /// @param problem what was wrong with the file; null for nothing
    /// @param <T> the record
    public record Loaded<T>(T value, @Nullable String problem) {}

    private final Path path;
    private final Class<T> type;

    /// @param path where it lies; its folder is made when something is to be written
    public RecordFile(Path path, Class<T> type) {
        this.path = path;
        this.type = type;
    }

    /// Reads it. What it does not hold is taken from the defaults, what this program does not know is passed over.
    /// A file that cannot be understood is moved aside, to its name with `.damaged` at the end.
    public Loaded<T> load(T defaults) {
        byte[] content;
        try {
            if (!Files.exists(path)) {
                return new Loaded<>(defaults, null);
            }
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            return new Loaded<>(defaults, path + " cannot be read (" + e + "); defaults are used");
        }
        try {
            return new Loaded<>(parse(content, defaults), null);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Loaded<>(defaults, DamagedFile.moveAside(path, e, "defaults are used"));
        }
    }

    private T parse(byte[] content, T defaults) {
        JsonNode read = MAPPER.readTree(content);
        if (!(read instanceof ObjectNode fields) || !fields.has("version")) {
            throw new IllegalArgumentException("no settings of a window");
        }
        ObjectNode all = MAPPER.valueToTree(defaults);
        put(fields, all);
        return MAPPER.treeToValue(all, type);
    }

    private static void put(ObjectNode from, ObjectNode into) {
        from.properties().forEach(field -> {
            JsonNode before = into.get(field.getKey());
            if (before instanceof ObjectNode inner && field.getValue() instanceof ObjectNode given) {
                put(given, inner);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    /// Replaces it.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it cannot be written; it is then as it was
    public void save(T value) {
        PlacedFile.write(path, MAPPER.writeValueAsBytes(value));
    }
}
