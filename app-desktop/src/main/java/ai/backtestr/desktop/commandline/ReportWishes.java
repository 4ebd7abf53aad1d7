package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.honesty.CheckOptions;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done with a run besides running it.
///
/// @param checks the checks to make of it
/// @param zone where weekdays and hours are counted; null for the zone of the instrument's calendar
/// @param tags what to keep it under
/// @param note the remark to keep it with
record ReportWishes(CheckOptions checks, @Nullable ZoneId zone, List<String> tags, String note) {
    /// All checks, no tags.
    static final ReportWishes DEFAULT = new ReportWishes(CheckOptions.DEFAULT, null, List.of(), "");
}
