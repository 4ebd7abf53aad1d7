package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded market data beside the project.
final class SharedData {
    private SharedData() {}

    /// Returns a file or folder of it. Where it is missing the calling test is skipped, but fails on the build server
    /// (`CI=true`), which must not pass for want of data.
    static Path of(String first, String... more) {
        Path path = Path.of(System.getProperty("backtestr.shared"), "data").resolve(Path.of(first, more));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(path).exists();
        }
        assumeTrue(Files.exists(path), () -> path + " is not beside the project");
        return path;
    }
}
