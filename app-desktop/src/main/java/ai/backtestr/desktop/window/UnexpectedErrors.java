package ai.backtestr.desktop.window;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of what no code was ready for, in any thread, the toolkit's too: logs it and has the user told. What happens
/// at the same place again and again, as in each frame, is logged and told once in ten seconds.
///
/// Threads: any.
final class UnexpectedErrors implements Thread.UncaughtExceptionHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final long QUIET_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int FRAMES = 4;

    private final Tasks tasks;
    private final LongSupplier clock;
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private List<Object> place = List.of();
    private long toldNs;

    /// @param clock tells the time in nanoseconds
    UnexpectedErrors(Tasks tasks, LongSupplier clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Hears of all of them until it is closed.
    ///
    /// @param tasks tells the user
    static UnexpectedErrors tellTo(Tasks tasks) {
        UnexpectedErrors errors = new UnexpectedErrors(tasks, System::nanoTime);
        Thread.setDefaultUncaughtExceptionHandler(errors);
        return errors;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        if (isNews(problem)) {
            LOG.error("unexpected error in thread {}", thread.getName(), problem);
            tasks.later(() -> tasks.tellUnexpected(problem));
        }
    }

    private synchronized boolean isNews(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        List<Object> now = List.of(problem.getClass(), List.of(Arrays.copyOf(trace, Math.min(FRAMES, trace.length))));
        long nowNs = clock.getAsLong();
        boolean isNews = !now.equals(place) || nowNs - toldNs >= QUIET_NS;
        if (isNews) {
            place = now;
            toldNs = nowNs;
        }
        return isNews;
    }

    /// Leaves them to whoever heard of them before.
    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
