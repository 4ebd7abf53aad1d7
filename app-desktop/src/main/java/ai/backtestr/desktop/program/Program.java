package ai.backtestr.desktop.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What this program is.
public final class Program {
    private static final String RESOURCE = "/ai/backtestr/desktop/program.properties";

    private Program() {}

    /// Returns name and version: `backtestr 0.1.0`.
    public static String nameAndVersion() {
        Properties program = new Properties();
        try (InputStream in = Program.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + RESOURCE + " is missing");
            }
            program.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + RESOURCE + " cannot be read", e);
        }
        return "backtestr " + program.getProperty("version");
    }
}
