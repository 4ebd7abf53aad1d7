package ai.backtestr.data.cache;

import ai.backtestr.engine.thread.BackgroundPriority;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Decodes pages before they are asked for, one at a time on a thread of its own, and has the cache look at the
/// memory pressure several times a second. What a reader wants next replaces what it wanted before. Any thread.
public final class ReadAhead implements AutoCloseable {
    private static final long PRESSURE_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final PageCache cache;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Object, Deque<Page>> wanted = new LinkedHashMap<>();
    private final Thread worker;
    private @Nullable Object busyFor;
    private boolean closed;

    /// Begins to read ahead into that cache.
    public ReadAhead(PageCache cache) {
        this.cache = cache;
        worker = Thread.ofPlatform().daemon().name("tick-read-ahead").start(this::work);
    }

    /// Reads these pages for `reader`, in that order, and no longer those it wanted before.
    void want(Object reader, List<Page> pages) {
        lock.lock();
        try {
            if (!closed) {
                wanted.put(reader, new ArrayDeque<>(pages));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Reads nothing more for `reader`; returns once nothing is being read for it.
    void cancel(Object reader) {
        lock.lock();
        try {
            wanted.remove(reader);
            while (reader.equals(busyFor)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns once nothing that is wanted is left to read.
    void awaitIdle() {
        lock.lock();
        try {
            while (busyFor != null || !wanted.isEmpty()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        BackgroundPriority.LOADING.take();
        long lookNs = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            if (now >= lookNs) {
                cache.adapt();
                lookNs = now + PRESSURE_INTERVAL_NS;
            }
            Page page = next(lookNs - now);
            if (page != null) {
                read(page);
            } else if (isClosed()) {
                return;
            }
        }
    }

    /// Returns the next page, `null` if there is none within that time.
    private @Nullable Page next(long waitNs) {
        lock.lock();
        try {
            long leftNs = waitNs;
            while (wanted.isEmpty() && !closed && leftNs > 0) {
                leftNs = changed.awaitNanos(leftNs);
            }
            return closed ? null : takeNext();
        } catch (InterruptedException e) {
            closed = true; // whoever interrupts this thread wants it to end
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Page takeNext() {
        for (Map.Entry<Object, Deque<Page>> entry : wanted.entrySet()) {
            Page page = entry.getValue().poll();
            if (page != null) {
                busyFor = entry.getKey();
                return page;
            }
        }
        wanted.clear();
        changed.signalAll();
        return null;
    }

    private void read(Page page) {
        try {
            cache.readAhead(page.key(), page.loader());
        } catch (RuntimeException e) {
            // Who asks for the page is told; nobody has asked yet.
        } finally {
            lock.lock();
            try {
                busyFor = null;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the thread, once it has read the page at hand.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A page to read.
    ///
    /// @param key its name
    /// @param loader decodes it, on the thread that reads ahead
    record Page(PageKey key, PageLoader loader) {}
}
