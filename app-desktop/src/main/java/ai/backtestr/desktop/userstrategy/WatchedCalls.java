package ai.backtestr.desktop.userstrategy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Counts the calls into a strategy, so that another thread can see that one does not end, and stop it.
///
/// Memory order: the calling thread writes the count, odd within a call and even outside, with *opaque* stores; the
/// watch reads it with *opaque* loads and acts only on a value that has not changed for long. `stopped` is
/// volatile, and is read once a call.
final class WatchedCalls {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(WatchedCalls.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final VersionLoader loader;
    private final Duration limit;

    @SuppressWarnings("UnusedVariable") // written and read through COUNT
    private long count;

    private volatile @Nullable Thread caller;
    private volatile boolean stopped;
    private StackTraceElement[] place = {};

    // The watch's own.
    private long lastCount;
    private long unchangedSinceNs;

    WatchedCalls(VersionLoader loader, Duration limit) {
        this.loader = loader;
        this.limit = limit;
    }

    /// Says that a call begins.
    void enter() {
        Thread current = Thread.currentThread();
        if (caller != current) {
            caller = current;
        }
        step();
    }

    /// Says that a call has ended.
    ///
    /// @param call which
    /// @throws RunawayException if it was to be stopped, whatever the strategy made of that
    void leave(String call) {
        step();
        if (stopped) {
            throw runaway(call);
        }
    }

    /// Says that a call has thrown.
    ///
    /// @return what to throw instead
    RuntimeException failure(String call, Throwable thrown) {
        step();
        if (stopped) {
            return runaway(call);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }

    private void step() {
        COUNT.setOpaque(this, (long) COUNT.get(this) + 1);
    }

    private synchronized RunawayException runaway(String call) {
        Thread.interrupted(); // was for the strategy alone
        return new RunawayException(call, limit, place);
    }

    /// Stops the call under way if it has been for too long. Called by the watch, every now and then.
    void look(long nowNs) {
        long seen = (long) COUNT.getOpaque(this);
        if (seen != lastCount) {
            lastCount = seen;
            unchangedSinceNs = nowNs;
        } else if ((seen & 1) != 0 && !stopped && nowNs - unchangedSinceNs > limit.toNanos()) {
            stop();
        }
    }

    private synchronized void stop() {
        Thread running = caller;
        if (running != null) {
            place = running.getStackTrace();
            stopped = true;
            loader.stop();
            running.interrupt(); // ends a wait, which no check does
        }
    }
}
