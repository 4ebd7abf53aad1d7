package ai.backtestr.render.history;

import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickFigureSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads figures of the columns on screen, and of half as many to both sides, on a thread of its own, which begins
/// when a pane first wants any. What was read stays on screen until there is more; another zoom or place ends the
/// reading within a few columns.
///
/// Threads: the FX thread looks and takes; neither waits.
public final class FigureView implements AutoCloseable {
    private static final int COLUMNS_BETWEEN_LOOKS = 64;
    private static final long PUBLISH_EVERY_NS = 200_000_000;

    private record Wish(SlotAxis axis, double step, long from, long to) {
        long margin() {
            return (to - from) / 2;
        }

        /// Tells whether what is read for it holds those columns too.
        boolean holds(SlotAxis otherAxis, double otherStep, long otherFrom, long otherTo) {
            boolean isSameSize = axis == otherAxis && step == otherStep;
            return isSameSize && otherFrom >= from - margin() && otherTo <= to + margin();
        }

        boolean isAwayFrom(Wish other) {
            return axis != other.axis || step != other.step || other.from >= to || other.to <= from;
        }
    }

    private final TickFigureSource source;
    private final Runnable onLoaded;
    private final Consumer<RuntimeException> onProblem;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Wish looked; // the FX thread's
    private @Nullable Wish wished;
    private @Nullable FigureFrame published;
    private boolean started;
    private boolean busy;
    private boolean closed;

    /// @param onLoaded called on the loader's thread when [#frame] has more
    /// @param onProblem called on the loader's thread when ticks cannot be read
    public FigureView(TickFigureSource source, Runnable onLoaded, Consumer<RuntimeException> onProblem) {
        this.source = source;
        this.onLoaded = onLoaded;
        this.onProblem = onProblem;
    }

    /// Wants columns `from` to `to` (exclusive) of that width.
    public void look(SlotAxis axis, double step, long from, long to) {
        Wish before = looked;
        if (before != null && before.holds(axis, step, from, to)) {
            return;
        }
        looked = new Wish(axis, step, from, to);
        lock.lock();
        try {
            wished = looked;
            if (!started && !closed) {
                started = true;
                Thread.ofPlatform().daemon().name("figure-loader").start(this::work);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns what was read last; null if nothing was yet.
    public @Nullable FigureFrame frame() {
        lock.lock();
        try {
            return published;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        FigureFrame last = null;
        Wish wish = next();
        while (wish != null) {
            try {
                last = read(wish, last);
            } catch (CancellationException e) {
                close(); // the history was closed, and nobody waits for more
            } catch (RuntimeException e) {
                onProblem.accept(e);
            }
            wish = next();
        }
    }

    private @Nullable Wish next() {
        lock.lock();
        try {
            busy = false;
            changed.signalAll();
            while (wished == null && !closed) {
                changed.awaitUninterruptibly();
            }
            Wish next = wished;
            wished = null;
            busy = true;
            return closed ? null : next;
        } finally {
            lock.unlock();
        }
    }

    private FigureFrame read(Wish wish, @Nullable FigureFrame last) {
        long margin = wish.margin();
        FigureFrame frame = new FigureFrame(wish.axis, wish.step, wish.from - margin, wish.to + margin);
        if (last != null) {
            frame.takeFrom(last);
        }
        boolean complete = read(frame, wish.from, wish.to, wish)
                && read(frame, wish.to, wish.to + margin, wish)
                && read(frame, wish.from - margin, wish.from, wish);
        if (complete || last == null || !last.isOf(wish.axis, wish.step)) {
            publish(frame);
        }
        return frame;
    }

    private boolean read(FigureFrame frame, long from, long to, Wish wish) {
        long nextPublishNs = System.nanoTime() + PUBLISH_EVERY_NS;
        for (long at = from; at < to; at += COLUMNS_BETWEEN_LOOKS) {
            long end = Math.min(to, at + COLUMNS_BETWEEN_LOOKS);
            if (isAwayFrom(wish) || !readUnknown(frame, at, end, wish)) {
                return false;
            }
            if (System.nanoTime() > nextPublishNs) {
                publish(frame);
                nextPublishNs = System.nanoTime() + PUBLISH_EVERY_NS;
            }
        }
        publish(frame);
        return true;
    }

    private boolean readUnknown(FigureFrame frame, long from, long to, Wish wish) {
        long first = from;
        while (first < to && frame.figures().isKnown((int) (first - frame.first()))) {
            first++;
        }
        if (first == to) {
            return true;
        }
        long[] starts = new long[(int) (to - first) + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = frame.axis().timeNs((first + i) * frame.step());
        }
        int at = (int) (first - frame.first());
        return source.figures(starts, frame.figures(), at, at + starts.length - 1, () -> isAwayFrom(wish));
    }

    /// Hands a copy on, as the frame is filled further.
    private void publish(FigureFrame frame) {
        FigureFrame copy = new FigureFrame(frame.axis(), frame.step(), frame.first(), frame.end());
        copy.takeFrom(frame);
        lock.lock();
        try {
            published = copy;
        } finally {
            lock.unlock();
        }
        onLoaded.run();
    }

    private boolean isAwayFrom(Wish current) {
        lock.lock();
        try {
            return closed || (wished != null && current.isAwayFrom(wished));
        } finally {
            lock.unlock();
        }
    }

    /// Waits until what was looked at last is read; not to be called on the FX thread.
    public void awaitLoaded() {
        lock.lock();
        try {
            while ((wished != null || busy) && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Reads nothing more.
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
