package ai.backtestr.desktop.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder in which a user's ticks, results, logs and settings are kept. It may not exist yet.
///
/// ```
///   backtestr.duckdb   all ticks
///   segments/          copies of them that are read faster; can be deleted
///   results/           a folder for each report
///   strategies/        the user's own, a .java file each
///   calendars/         the user's own, a .txt file each
///   sessions/          what was done by hand in replays, a file each
///   drawings/          what was drawn on charts, a file for each instrument
///   logs/              what went wrong, in detail
///   settings/          what the window remembers
///   help/              pages of help, made when they are asked for
/// ```
///
/// @param path where it lies, absolute
public record HomeFolder(Path path) {
    /// Name of the environment variable that says where it lies.
    public static final String VARIABLE = "BACKTESTR_HOME";

    public HomeFolder {
        path = path.toAbsolutePath().normalize();
    }

    /// Returns the folder that the environment names, or else the usual one of the operating system.
    ///
    /// @param environment the environment's variables
    /// @param systemName as in the system property `os.name`
    /// @param userHome the user's own folder
    public static HomeFolder find(Map<String, String> environment, String systemName, Path userHome) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new HomeFolder(named.isBlank() ? usual(environment, systemName, userHome) : Path.of(named));
    }

    private static Path usual(Map<String, String> environment, String systemName, Path userHome) {
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return userHome.resolve("Library/Application Support/BackTestr");
        }
        if (system.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA", userHome.resolve("AppData/Local"))
                    .resolve("BackTestr");
        }
        return folder(environment, "XDG_DATA_HOME", userHome.resolve(".local/share"))
                .resolve("backtestr");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }

    /// Returns where reports go unless told otherwise.
    public Path results() {
        return path.resolve("results");
    }

    /// Returns where the user's own strategies are: in the folder that was chosen, else in one of the home folder.
    public Path strategies() {
        return StrategiesPlace.read(settings()).orElseGet(this::usualStrategies);
    }

    /// Returns where the user's own strategies are unless another folder is chosen.
    public Path usualStrategies() {
        return path.resolve("strategies");
    }

    /// Chooses the folder of the user's own strategies, for the window and the command line.
    ///
    /// @param folder null for that of the home folder
    /// @throws ai.backtestr.desktop.problem.ProblemException if that cannot be written down
    public void useStrategies(@Nullable Path folder) {
        StrategiesPlace.write(settings(), folder == null || folder.equals(usualStrategies()) ? null : folder);
    }

    /// Returns where what was done by hand in replays is kept.
    public Path sessions() {
        return path.resolve("sessions");
    }

    /// Returns where drawings on charts are kept.
    public Path drawings() {
        return path.resolve("drawings");
    }

    /// Returns where logs are written.
    public Path logs() {
        return path.resolve("logs");
    }

    /// Returns where pages of help are put for the browser.
    public Path help() {
        return path.resolve("help");
    }

    /// Returns where the window keeps what it remembers.
    public Path settings() {
        return path.resolve("settings");
    }
}
