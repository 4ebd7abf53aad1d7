package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A chunk on its way from the thread that loads it to the one that reads it: a queue of a few pages, then its
/// digest.
final class ChunkLoad {
    private final ChunkPlan.Chunk chunk;
    private final int mostPages;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<TickPage> pages = new ArrayDeque<>();
    private final TickDigest digest = new TickDigest();
    private @Nullable Exception failure;
    private boolean ended;
    private boolean cancelled;

    ChunkLoad(ChunkPlan.Chunk chunk, int mostPages) {
        this.chunk = chunk;
        this.mostPages = mostPages;
    }

    ChunkPlan.Chunk chunk() {
        return chunk;
    }

    /// Returns the digest of its ticks: the loader's until the end, the reader's afterwards.
    TickDigest digest() {
        return digest;
    }

    /// Hands a page over, once there is room for it.
    ///
    /// @return false if nobody wants it any more; it is the caller's still
    boolean put(TickPage page) {
        lock.lock();
        try {
            while (pages.size() >= mostPages && !cancelled) {
                changed.awaitUninterruptibly();
            }
            if (!cancelled) {
                pages.add(page);
                changed.signalAll();
            }
            return !cancelled;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the chunk; with a failure if there was one.
    void end(@Nullable Exception with) {
        lock.lock();
        try {
            ended = true;
            failure = with;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next page; there is none after the end.
    ///
    /// @throws InterruptedException if the waiting was interrupted
    @Nullable
    TickPage take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (pages.isEmpty() && !ended) {
                changed.await();
            }
            TickPage page = pages.poll();
            changed.signalAll();
            return page;
        } finally {
            lock.unlock();
        }
    }

    /// Returns what the chunk failed with, once it has ended.
    @Nullable
    Exception failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /// Gives up what is left of it.
    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            pages.forEach(TickPage::close);
            pages.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
