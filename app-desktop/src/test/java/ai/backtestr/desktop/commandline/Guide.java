package ai.backtestr.desktop.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The pages and files of the user guide.
final class Guide {
    private static final Path FOLDER = Path.of("..", "docs", "guide");

    private Guide() {}

    /// Returns the page on conformance, which lies beside the guide.
    static String conformance() throws IOException {
        return Files.readString(FOLDER.resolveSibling("conformance.md"));
    }

    static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
