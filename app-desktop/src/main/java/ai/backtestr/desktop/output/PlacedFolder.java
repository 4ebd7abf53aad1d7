package ai.backtestr.desktop.output;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder of files that appear together when all are complete, or not at all.
///
/// They are written to a hidden folder beside the place, or in it where it exists already, and moved by [#place()].
/// Closing it before that leaves nothing behind. One thread.
public final class PlacedFolder implements AutoCloseable {
    private final Path target;
    private final boolean targetExists;
    private final Path staging;

    private PlacedFolder(Path target, boolean targetExists, Path staging) {
        this.target = target;
        this.targetExists = targetExists;
        this.staging = staging;
    }

    /// Makes ready to write to `path`, so that a place that cannot be written is found out before the work is done.
    ///
    /// @throws ProblemException if it cannot be written
    public static PlacedFolder prepare(Path path) {
        Path target = path.toAbsolutePath().normalize();
        boolean exists = Files.isDirectory(target);
        if (!exists && Files.exists(target)) {
            throw new ProblemException(path + " is a file; name a folder for the report");
        }
        Path parent = exists ? target : PlacedFile.folderOf(target);
        try {
            Files.createDirectories(parent);
            Path staging = Unfinished.in(parent);
            return new PlacedFolder(target, exists, Files.createDirectory(staging));
        } catch (IOException e) {
            throw ProblemException.of(path + ": the folder cannot be written", e);
        }
    }

    /// Writes a file that will be in the folder under that name.
    ///
    /// @throws ProblemException if it cannot be written
    public void write(String name, byte[] content) {
        try {
            Files.write(staging.resolve(name), content);
        } catch (IOException e) {
            throw ProblemException.of(target.resolve(name) + " cannot be written", e);
        }
    }

    /// Puts all files in their place.
    ///
    /// @return the folder, absolute
    /// @throws ProblemException if that fails
    public Path place() {
        try {
            if (targetExists) {
                for (Path file : filesIn(staging)) {
                    Files.move(
                            file,
                            target.resolve(file.getFileName()),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } else {
                Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw ProblemException.of(target + ": the folder cannot be written", e);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// Removes what was not placed.
    @Override
    public void close() {
        if (!Files.exists(staging)) {
            return;
        }
        try {
            List<Path> leftovers = new ArrayList<>(filesIn(staging));
            leftovers.add(staging);
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        } catch (IOException e) {
            throw ProblemException.of(staging + " cannot be removed", e);
        }
    }
}
