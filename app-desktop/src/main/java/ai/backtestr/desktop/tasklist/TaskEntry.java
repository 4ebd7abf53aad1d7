package ai.backtestr.desktop.tasklist;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A piece of work in the list: under way, or how it ended. FX thread only.
public final class TaskEntry {
    /// Where it stands.
    public enum State {
        /// Under way.
        RUNNING,
        /// Complete.
        DONE,
        /// Stopped by the user, or by something that took its place.
        CANCELLED,
        /// Ended by a problem.
        FAILED
    }

    private static final long SECOND_NS = 1_000_000_000L;

    private final BackgroundTask<?> task;
    private final @Nullable Runnable cancel;
    private final long begunNs;
    private final TimeLeft timeLeft = new TimeLeft();
    private State state = State.RUNNING;
    private String problem = "";
    private @Nullable Throwable cause;
    private OptionalLong leftNs = OptionalLong.empty();
    private boolean cancelling;
    private boolean shown;
    private long endedNs;

    TaskEntry(BackgroundTask<?> task, @Nullable Runnable cancel, long begunNs) {
        this.task = task;
        this.cancel = cancel;
        this.begunNs = begunNs;
    }

    void look(long nowNs) {
        leftNs = timeLeft.at(task.progress(), nowNs);
    }

    void end(State how, String why, @Nullable Throwable e, long nowNs) {
        state = how;
        problem = why;
        cause = e;
        endedNs = nowNs;
    }

    boolean isShown() {
        return shown;
    }

    void markShown() {
        shown = true;
    }

    /// Whether it stays in the list however short it was.
    boolean isListed() {
        return task.isListed();
    }

    long runsForNs(long nowNs) {
        return nowNs - begunNs;
    }

    /// Returns what it does.
    public String title() {
        return task.title();
    }

    /// Returns where it stands.
    public State state() {
        return state;
    }

    /// Returns the share that is done, 0 to 1; -1 where that is not known.
    public double share() {
        TaskProgress now = task.progress();
        return now.total() > 0 ? Math.min(1, (double) now.done() / now.total()) : -1;
    }

    /// Returns how far it is, or how it ended, in a few words.
    public String words() {
        return switch (state) {
            case RUNNING -> cancelling ? "stopping…" : progressWords();
            case DONE -> "done in " + took();
            case CANCELLED -> "cancelled after " + took();
            case FAILED -> problem;
        };
    }

    private String took() {
        return FigureText.duration(Duration.ofNanos(endedNs - begunNs));
    }

    private String progressWords() {
        TaskProgress now = task.progress();
        if (now.total() <= 0) {
            return "";
        }
        String percent = Math.round(100 * share()) + " %";
        String amount = now.unit().isEmpty() ? "" : " of " + FigureText.count(now.total()) + " " + now.unit();
        return percent + amount + (leftNs.isPresent() ? ", " + left(leftNs.getAsLong()) : "");
    }

    private static String left(long ns) {
        long seconds = Math.max(1, Math.ceilDiv(ns, SECOND_NS));
        return seconds < 90 ? "about " + seconds + " s left" : "about " + Math.round(seconds / 60.0) + " min left";
    }

    /// Tells whether it can be stopped.
    public boolean canCancel() {
        return state == State.RUNNING && cancel != null && !cancelling;
    }

    /// Asks it to stop.
    public void cancel() {
        if (canCancel() && cancel != null) {
            cancelling = true;
            cancel.run();
        }
    }

    /// Returns all that is known of why it failed; empty if it did not.
    public String details() {
        Throwable e = cause;
        if (state != State.FAILED || e == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        text.append(title()).append(" failed: ").append(problem).append("\n\n");
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
