package ai.backtestr.desktop.report;

import ai.backtestr.engine.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/// The run again with one of its assumptions less kind.
///
/// @param id what it is called in files; `as-run` for the run itself
/// @param title what it is shown as
/// @param statistics its figures; null if it could not be run
/// @param problem why it could not be; else empty
public record SensitivityRow(
        String id, String title, @Nullable Statistics statistics, String problem) {
    /// The run itself.
    public static final String AS_RUN = "as-run";
}
