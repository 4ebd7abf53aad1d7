package ai.backtestr.desktop.tasklist;

import ai.backtestr.desktop.task.TaskProgress;
import java.util.OptionalLong;

/// Estimates how long work still takes, from how fast it went since its present part began. Not thread-safe.
final class TimeLeft {
    private static final long SHORTEST_LOOK_NS = 500_000_000L;

    private long sinceNs;
    private TaskProgress since = TaskProgress.UNKNOWN;

    /// Takes in how far the work is.
    ///
    /// @param nowNs the moment, of any clock in nanoseconds
    /// @return how long it still takes, nanoseconds; nothing while that cannot be told
    OptionalLong at(TaskProgress now, long nowNs) {
        boolean isOtherPart = now.total() != since.total()
                || now.done() < since.done()
                || !now.unit().equals(since.unit());
        if (isOtherPart) {
            since = now;
            sinceNs = nowNs;
        }
        long took = nowNs - sinceNs;
        long done = now.done() - since.done();
        if (now.total() <= 0 || done <= 0 || took < SHORTEST_LOOK_NS) {
            return OptionalLong.empty();
        }
        double left = Math.max(0, now.total() - now.done());
        return OptionalLong.of((long) (left * took / done));
    }
}
