package ai.backtestr.render.loading;

import ai.backtestr.engine.thread.BackgroundPriority;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Work that is wished again and again, of which the newest wish alone counts: done on a thread of its own, which
/// begins with the first wish. A wish that waits is replaced by a newer one; work under way asks [#isStale] or
/// looks at [#newer] and ends itself.
///
/// Threads: any thread wishes, asks and closes, and none of them waits but in [#awaitIdle].
///
/// @param <W> what is wished
public final class LatestWish<W> implements AutoCloseable {
    private final String thread;
    private final Consumer<W> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable W waiting;
    private volatile boolean closed;
    private boolean started;
    private boolean busy;

    /// @param thread what the thread is called
    /// @param work does what is wished; what it throws ends the thread, and nothing is wished any more
    public LatestWish(String thread, Consumer<W> work) {
        this.thread = thread;
        this.work = work;
    }

    /// Wishes something instead of what was wished before.
    public void wish(W wanted) {
        lock.lock();
        try {
            waiting = wanted;
            if (!started && !closed) {
                started = true;
                Thread.ofPlatform().daemon().name(thread).start(this::run);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns what is wished and was not begun yet; null if nothing is.
    public @Nullable W newer() {
        return waiting;
    }

    /// Tells whether nobody wants any more what is being done.
    public boolean isStale() {
        return closed || waiting != null;
    }

    /// Tells whether nothing is wished any more.
    public boolean isClosed() {
        return closed;
    }

    private void run() {
        BackgroundPriority.LOADING.take();
        try {
            for (W next = next(); next != null; next = next()) {
                work.accept(next);
            }
        } finally {
            close();
        }
    }

    private @Nullable W next() {
        lock.lock();
        try {
            busy = false;
            changed.signalAll();
            while (waiting == null && !closed) {
                changed.awaitUninterruptibly();
            }
            W next = waiting;
            waiting = null;
            busy = true;
            return closed ? null : next;
        } finally {
            lock.unlock();
        }
    }

    /// Returns once all that was wished is done, or cannot be. Not on the FX thread.
    public void awaitIdle() {
        lock.lock();
        try {
            while ((waiting != null || busy) && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends the thread soon; what it does is not interrupted.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
