package ai.backtestr.desktop.userstrategy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Looks after the calls into users' strategies from a thread of its own, which runs only while there are any to
/// look after. Any thread may add and remove.
final class RunawayWatch {
    private static final int LOOKS_IN_LIMIT = 20;

    private final Duration limit;
    private final List<WeakReference<WatchedCalls>> watched = new ArrayList<>();
    private boolean running;

    /// @param limit how long a call into a strategy may take
    RunawayWatch(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    synchronized void add(WatchedCalls calls) {
        watched.add(new WeakReference<>(calls));
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("strategy-watch").start(this::watch);
        }
    }

    synchronized void remove(WatchedCalls calls) {
        watched.removeIf(reference -> reference.refersTo(calls) || reference.refersTo(null));
    }

    private void watch() {
        do {
            LockSupport.parkNanos(limit.toNanos() / LOOKS_IN_LIMIT);
        } while (look());
    }

    private synchronized boolean look() {
        watched.removeIf(reference -> reference.refersTo(null));
        for (WeakReference<WatchedCalls> reference : watched) {
            WatchedCalls calls = reference.get();
            if (calls != null) {
                calls.look(System.nanoTime());
            }
        }
        running = !watched.isEmpty();
        return running;
    }
}
