package ai.backtestr.engine.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded market data that lies beside the repository and is not part of it.
public final class SharedData {
    private SharedData() {}

    /// Returns a file of it. Where the data is missing the test is skipped, but on the build server it fails.
    public static Path file(String name) {
        Path path = Path.of(System.getProperty("backtestr.shared", "../../shared"), "data", name);
        if (Files.exists(path)) {
            return path;
        }
        String missing = "no recorded data at " + path.toAbsolutePath().normalize();
        return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
    }
}
