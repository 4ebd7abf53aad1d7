package ai.backtestr.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/// Recorded market data outside the repository, in the folder that the system property `backtestr.shared` names.
public final class SharedFile {
    private SharedFile() {}

    /// Returns a file of the folder's `data`. Where it is missing the calling test is skipped, but fails on the
    /// build server (`CI=true`), which must not pass for want of data.
    public static Path of(String name) {
        return of(name, Files::isRegularFile);
    }

    /// Returns a folder of the folder's `data`, as [#of] returns a file.
    public static Path folder(String name) {
        return of(name, Files::isDirectory);
    }

    private static Path of(String name, Predicate<Path> isThere) {
        Path file = Path.of(System.getProperty("backtestr.shared", "shared"), "data", name)
                .normalize();
        boolean there = isThere.test(file);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(file + " is missing, and a build server must have it");
        }
        assumeTrue(there, () -> file + " is missing");
        return file;
    }
}
