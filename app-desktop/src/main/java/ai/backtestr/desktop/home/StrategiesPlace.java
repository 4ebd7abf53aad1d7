package ai.backtestr.desktop.home;

import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file that names the folder of the user's own strategies, where that is not the usual one: one line, its
/// path.
final class StrategiesPlace {
    private static final String NAME = "strategies-folder.txt";

    private StrategiesPlace() {}

    static Optional<Path> read(Path settings) {
        try {
            Path file = settings.resolve(NAME);
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            Path folder = Path.of(text);
            return text.isEmpty() || !folder.isAbsolute() ? Optional.empty() : Optional.of(folder);
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Optional.empty(); // the usual one then
        }
    }

    static void write(Path settings, @Nullable Path folder) {
        Path file = settings.resolve(NAME);
        if (folder != null) {
            PlacedFile.write(file, (folder.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be deleted", e);
        }
    }
}
