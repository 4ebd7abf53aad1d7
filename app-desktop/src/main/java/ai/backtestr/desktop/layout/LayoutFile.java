package ai.backtestr.desktop.layout;

import ai.backtestr.desktop.dock.DockNode;
import ai.backtestr.desktop.dock.DockSplit;
import ai.backtestr.desktop.dock.DockTabs;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.settings.DamagedFile;
import ai.backtestr.desktop.settings.WindowSettings;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file that holds the workspaces. It is replaced as a whole, so that it is complete whenever the program ends.
///
/// Any thread; both methods wait for the disk.
public final class LayoutFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addMixIn(DockNode.class, EitherNode.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(DockTabs.class), @JsonSubTypes.Type(DockSplit.class)})
    private interface EitherNode {}

    /// What was read.
    ///
    /// @param workspaces those of the file, or the first one
    /// @param problem what was wrong with the file; null for nothing
    public record Loaded(Workspaces workspaces, @Nullable String problem) {}

    private final Path path;

    /// @param folder where it lies; made when something is to be written
    public LayoutFile(Path folder) {
        path = folder.resolve("workspaces.json");
    }

    /// Reads it. Where there is none, what earlier versions of the program kept is taken over. A file that cannot
    /// be understood is moved aside, to `workspaces.json.damaged`.
    ///
    /// @param before what they kept
    public Loaded load(WindowSettings before) {
        Workspaces first = new Workspaces(DefaultLayout.of(before));
        byte[] content;
        try {
            if (!Files.exists(path)) {
                return new Loaded(first, null);
            }
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            return new Loaded(first, path + " cannot be read (" + e + "); the default workspace is used");
        }
        try {
            Workspaces read = MAPPER.readValue(content, Workspaces.class);
            if (read == null) {
                throw new IllegalArgumentException("no workspaces");
            }
            return new Loaded(read, null);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return new Loaded(first, DamagedFile.moveAside(path, e, "the default workspace is used"));
        }
    }

    /// Replaces it.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it cannot be written; it is then as it was
    public void save(Workspaces workspaces) {
        PlacedFile.write(path, MAPPER.writeValueAsBytes(workspaces));
    }
}
