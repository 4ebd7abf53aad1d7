package ai.backtestr.desktop.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a process that was killed had begun to write.
public final class HalfWritten {
    private static final Logger LOG = LoggerFactory.getLogger(HalfWritten.class);

    private HalfWritten() {}

    /// Removes it from a folder that nobody else writes to now, and from the folders in it, two deep. What cannot
    /// be removed stays, and the log says so.
    public static void remove(Path folder) {
        int removed = 0;
        try (Stream<Path> tree = Files.walk(folder, 2)) {
            List<Path> folders = tree.filter(Files::isDirectory)
                    .filter(path -> path.equals(folder)
                            || !path.getFileName().toString().startsWith("."))
                    .toList();
            for (Path each : folders) {
                removed += Unfinished.clear(each);
            }
        } catch (IOException e) {
            LOG.warn("What a killed process left in {} cannot be removed", folder, e);
        }
        if (removed > 0) {
            LOG.info("Removed {} files and folders that a killed process had begun to write", removed);
        }
    }
}
