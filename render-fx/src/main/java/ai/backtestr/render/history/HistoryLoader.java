package ai.backtestr.render.history;

import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Loads what a chart has on screen, on threads that all charts share: first roughly, then exactly, then what comes
/// next in the direction of travel. A newer wish replaces an older one, whose work ends within a few columns unless
/// it is of use. After each piece of work the loaders of other charts have their turn.
///
/// Threads: the FX thread wishes and takes; neither waits for the loader. A frame that was taken belongs to the
/// taker until it is given back; the lock is held for a few assignments only.
final class HistoryLoader implements AutoCloseable {
    private final ColumnLoading loading;
    private final Runnable onLoaded;
    private final Consumer<RuntimeException> onProblem;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Wanted wish = new Wanted();
    private final Runnable turn = this::turn; // one object for all turns
    private final Deque<HistoryFrame> spare = new ArrayDeque<>();
    private @Nullable HistoryFrame ready;
    private @Nullable HistoryFrame overview;
    private final SlotAxis firstAxis;
    private final Wanted current = new Wanted(); // by the turns alone, as are the next two
    private boolean readingAhead;
    private boolean unpublished;
    private boolean wished;
    private boolean hasFailed; // with the overview, which is tried again with each wish
    private boolean busy = true;
    private boolean closed;

    /// Begins to load for the axis that is shown first.
    ///
    /// @param onLoaded called by the loader when there is something to take
    /// @param onProblem called by the loader when something cannot be read
    HistoryLoader(TickHistory history, SlotAxis axis, Runnable onLoaded, Consumer<RuntimeException> onProblem) {
        this.onLoaded = onLoaded;
        this.onProblem = onProblem;
        loading = new ColumnLoading(history);
        firstAxis = axis;
        LoaderThreads.SHARED.execute(turn);
    }

    /// Wishes columns `from` to `to` (exclusive).
    ///
    /// @param direction -1 where the chart goes to earlier times, 1 to later ones, 0 if it stands
    /// @param mostTicks load the ticks too, if they are no more than this
    void wish(SlotAxis axis, double step, long from, long to, int direction, int mostTicks) {
        lock.lock();
        try {
            wish.set(axis, step, from, to, direction, mostTicks);
            wished = true;
            if (!busy && !closed) {
                busy = true;
                LoaderThreads.SHARED.execute(turn);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns what was loaded last, unless it was taken before.
    @Nullable
    HistoryFrame take() {
        lock.lock();
        try {
            HistoryFrame taken = ready;
            ready = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Returns the whole history in some thousand columns, once it is known; it never changes.
    @Nullable
    HistoryFrame overview() {
        lock.lock();
        try {
            return overview;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(HistoryFrame frame) {
        lock.lock();
        try {
            spare.push(frame);
        } finally {
            lock.unlock();
        }
    }

    /// One piece of work; one turn at a time.
    private void turn() {
        boolean goesOn = false;
        try {
            goesOn = work();
        } catch (CancellationException e) {
            // The history was closed, and nobody waits for more.
        } catch (RuntimeException e) {
            onProblem.accept(e);
            goesOn = giveUp();
        } catch (InternalError e) { // what reading a mapped file comes to where the disk fails
            onProblem.accept(new IllegalStateException("a file of ticks cannot be read", e));
            goesOn = giveUp();
        } finally {
            endTurn(goesOn);
        }
    }

    /// Leaves alone what cannot be read; the next wish is tried as any other.
    private boolean giveUp() {
        readingAhead = false;
        lock.lock();
        try {
            if (overview == null) {
                hasFailed = true;
                wished = false;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void endTurn(boolean goesOn) {
        lock.lock();
        try {
            closed |= !goesOn;
            busy = !closed && (wished || readingAhead);
            if (busy) {
                LoaderThreads.SHARED.execute(turn);
            } else {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return false if the chart wants nothing any more
    private boolean work() {
        if (overview() == null) {
            loadOverview();
        } else if (takeWish()) {
            publishAhead();
            load();
        } else if (readingAhead) {
            readAhead();
        }
        return !isClosed();
    }

    private void loadOverview() {
        HistoryFrame loaded = loading.overview(firstAxis);
        lock.lock();
        try {
            overview = loaded;
        } finally {
            lock.unlock();
        }
        onLoaded.run();
    }

    private boolean takeWish() {
        lock.lock();
        try {
            boolean has = wished && !closed;
            if (has) {
                current.set(wish);
                wished = false;
            }
            return has;
        } finally {
            lock.unlock();
        }
    }

    private void load() {
        if (loading.isFarFrom(current)) {
            publish(loading.coarse(current));
        }
        readingAhead = loading.exact(current, this::isAwayFromCurrent);
        if (readingAhead) {
            loading.addTicks(current);
            publish(loading.loaded());
        }
    }

    private void readAhead() {
        readingAhead = loading.readAhead(current, this::isAwayFromCurrent);
        unpublished |= readingAhead;
        if (!readingAhead) {
            publishAhead();
        }
    }

    private void publishAhead() {
        if (unpublished) {
            unpublished = false;
            publish(loading.loaded());
        }
    }

    private void publish(HistoryFrame loaded) {
        HistoryFrame target;
        lock.lock();
        try {
            target = ready != null ? ready : spare.isEmpty() ? new HistoryFrame() : spare.pop();
            ready = null;
        } finally {
            lock.unlock();
        }
        target.copy(Objects.requireNonNull(loaded));
        lock.lock();
        try {
            ready = target;
        } finally {
            lock.unlock();
        }
        onLoaded.run();
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isAwayFromCurrent() {
        lock.lock();
        try {
            return closed || (wished && current.isAwayFrom(wish));
        } finally {
            lock.unlock();
        }
    }

    /// Returns once all that was wished is loaded, or cannot be.
    void awaitIdle() {
        lock.lock();
        try {
            while ((wished || busy || (overview == null && !hasFailed)) && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends the work soon; what is being read is not interrupted.
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
