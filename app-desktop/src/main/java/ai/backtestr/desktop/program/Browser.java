package ai.backtestr.desktop.program;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The program that shows pages on this system.
public final class Browser {
    private Browser() {}

    /// Shows a page. Returns before it is seen.
    ///
    /// @throws ProblemException if there is nothing to show it with
    public static void show(Path page) {
        Path absolute = page.toAbsolutePath();
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), absolute))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new ProblemException("there is no program to show pages with; open " + absolute, e);
        }
    }

    static List<String> command(String systemName, Path page) {
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of(
                    "rundll32", "url.dll,FileProtocolHandler", page.toUri().toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
