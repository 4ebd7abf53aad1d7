package ai.backtestr.desktop.program;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The program that shows pages: the one that the system property `backtestr.browser` names, else the system's own.
public final class Browser {
    private static final long SOON_MS = 2000;
    private static final String CHOSEN = "backtestr.browser";

    private Browser() {}

    /// Shows a page. Returns before it is seen, but takes its time to start a program: not to be called on the
    /// JavaFX thread.
    ///
    /// @throws ProblemException if there is nothing to show it with
    public static void show(Path page) {
        Path absolute = page.toAbsolutePath();
        try {
            start(absolute);
        } catch (IOException e) {
            throw new ProblemException("there is no program to show pages with; open " + absolute, e);
        }
    }

    /// Shows a folder or page, and waits a moment for the system to say that it cannot.
    ///
    /// @return false if there is nothing to show it with
    public static boolean isShown(Path path) {
        try {
            Process showing = start(path.toAbsolutePath());
            return !showing.waitFor(SOON_MS, TimeUnit.MILLISECONDS) || showing.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Process start(Path path) throws IOException {
        return new ProcessBuilder(command(System.getProperty("os.name"), path))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static List<String> command(String systemName, Path page) {
        String chosen = System.getProperty(CHOSEN, "");
        if (!chosen.isBlank()) {
            return List.of(chosen, page.toString());
        }
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of(
                    "rundll32", "url.dll,FileProtocolHandler", page.toUri().toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
