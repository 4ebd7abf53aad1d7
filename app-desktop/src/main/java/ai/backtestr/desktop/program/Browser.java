package ai.backtestr.desktop.program;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
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
        Path absolute = path.toAbsolutePath();
        return isShown(absolute.toString(), absolute.toUri().toString());
    }

    private static boolean isShown(String place, String address) {
        try {
            Process showing = start(place, address);
            return !showing.waitFor(SOON_MS, TimeUnit.MILLISECONDS) || showing.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Shows a page of the web, and waits a moment for the system to say that it cannot.
    ///
    /// @return false if there is nothing to show it with
    /// @throws IllegalArgumentException if it is no address of the web
    public static boolean isShown(URI address) {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException(address + " is no address of the web");
        }
        return isShown(address.toString(), address.toString());
    }

    private static Process start(Path path) throws IOException {
        return start(path.toString(), path.toUri().toString());
    }

    private static Process start(String place, String address) throws IOException {
        return new ProcessBuilder(command(System.getProperty("os.name"), place, address))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// @param place as a program takes it
    /// @param address the same as an address
    static List<String> command(String systemName, String place, String address) {
        String chosen = System.getProperty(CHOSEN, "");
        if (!chosen.isBlank()) {
            return List.of(chosen, place);
        }
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", place);
    }
}
