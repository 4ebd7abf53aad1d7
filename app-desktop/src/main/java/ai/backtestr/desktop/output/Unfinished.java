package ai.backtestr.desktop.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names for files and folders that are not complete yet, which tell the process that writes them.
///
/// What a process that was killed left behind is removed when something is written to the same folder again.
final class Unfinished {
    // Whoever writes on a drive that machines share has a number that says nothing here, but does not rest so long.
    private static final Duration AT_REST = Duration.ofMinutes(10);
    private static final Pattern NAME = Pattern.compile("\\.partial-(\\d{1,18})-.*");

    private Unfinished() {}

    /// Returns a path in `folder` that is not taken, and removes there what nobody will finish. The JDK's temporary
    /// files would be readable by their owner only, and stay so after a move.
    static Path in(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".partial-*")) {
            for (Path path : found) {
                if (isAbandoned(path)) {
                    delete(path);
                }
            }
        }
        return folder.resolve(".partial-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    /// Removes at once what processes that are gone left in a folder.
    ///
    /// @return how much was removed
    static int clear(Path folder) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".partial-*")) {
            for (Path path : found) {
                if (isOrphan(path)) {
                    delete(path);
                    removed++;
                }
            }
        }
        return removed;
    }

    private static boolean isOrphan(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static boolean isAbandoned(Path path) throws IOException {
        return isOrphan(path)
                && Files.getLastModifiedTime(path)
                        .toInstant()
                        .isBefore(Instant.now().minus(AT_REST));
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
