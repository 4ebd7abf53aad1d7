package ai.backtestr.desktop.commandline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether there is a screen to open the window on.
///
/// @param environment the environment's variables
/// @param systemName as in the system property `os.name`
/// @param workbench opens the window; null if there is none to open
record Display(
        Map<String, String> environment,
        String systemName,
        @Nullable WorkbenchLauncher workbench) {
    /// Returns what opens the window, if it can be opened here. Linux shows windows through X11.
    Optional<WorkbenchLauncher> window() {
        return hasScreen() ? Optional.ofNullable(workbench) : Optional.empty();
    }

    private boolean hasScreen() {
        boolean needsX11 = !systemName.toLowerCase(Locale.ROOT).matches("(mac|windows).*");
        return !needsX11 || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
