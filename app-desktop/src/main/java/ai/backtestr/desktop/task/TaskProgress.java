package ai.backtestr.desktop.task;

/// How far a task is.
///
/// @param done how much is done
/// @param total how much there is to do, in the same unit; -1 where that is not known
/// @param unit what is counted, such as `ticks`
public record TaskProgress(long done, long total, String unit) {
    /// Nothing known yet.
    public static final TaskProgress UNKNOWN = new TaskProgress(0, -1, "");
}
