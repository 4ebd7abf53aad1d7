package ai.backtestr.desktop.home;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// A line of the log. Immutable.
///
/// @param number counts the lines of a session, from 0
/// @param time when it was logged
/// @param level how grave it is
/// @param thread where
/// @param source who logged it, without its package
/// @param message what
/// @param trace the exception with its stack; empty for none
public record LogLine(
        long number, Instant time, Level level, String thread, String source, String message, String trace) {
    /// How grave lines are, from the gravest.
    public enum Level {
        /// Something could not be done.
        ERROR("Errors"),
        /// Something is not as it should be.
        WARN("Warnings"),
        /// What was done.
        INFO("Information"),
        /// The program's own steps.
        DEBUG("Everything");

        private final String title;

        Level(String title) {
            this.title = title;
        }

        /// Returns what is shown where lines of this level and graver ones are.
        public String title() {
            return title;
        }
    }

    /// Tells whether every word is part of it, whatever the case.
    public boolean matches(String words) {
        String all = (level + " " + source + " " + thread + " " + message + " " + trace).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }

    /// Returns it as the file has it.
    public String text() {
        String line = time + " " + level + " [" + thread + "] " + source + " - " + message;
        return trace.isEmpty() ? line : line + "\n" + trace;
    }
}
