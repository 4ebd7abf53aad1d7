package ai.backtestr.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded market data outside the repository, in the folder that the system property `backtestr.shared` names.
public final class SharedFile {
    private SharedFile() {}

    /// Returns a file of the folder's `data`. Where it is missing the calling test is skipped, but fails on the
    /// build server (`CI=true`), which must not pass for want of data.
    public static Path of(String name) {
        Path file = Path.of(System.getProperty("backtestr.shared", "shared"), "data", name)
                .normalize();
        boolean there = Files.isRegularFile(file);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(file + " is missing, and a build server must have it");
        }
        assumeTrue(there, () -> file + " is missing");
        return file;
    }
}
