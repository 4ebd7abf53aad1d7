package ai.backtestr.render.history;

import ai.backtestr.render.loading.LatestWish;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickFigureSource;
import java.util.concurrent.CancellationException;
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

        boolean isOf(long otherFrom, long otherTo) {
            return otherFrom == from && otherTo == to;
        }

        boolean isAwayFrom(Wish other) {
            return axis != other.axis || step != other.step || other.from >= to || other.to <= from;
        }
    }

    private final TickFigureSource source;
    private final Runnable onLoaded;
    private final Consumer<RuntimeException> onProblem;
    private final LatestWish<Wish> wishes = new LatestWish<>("figure-loader", this::read);
    private @Nullable Wish looked; // the FX thread's
    private @Nullable FigureFrame last; // the loader's
    private volatile @Nullable FigureFrame published;
    private volatile @Nullable Wish failed;

    /// @param onLoaded called on the loader's thread when [#frame] has more
    /// @param onProblem called on the loader's thread when ticks cannot be read
    public FigureView(TickFigureSource source, Runnable onLoaded, Consumer<RuntimeException> onProblem) {
        this.source = source;
        this.onLoaded = onLoaded;
        this.onProblem = onProblem;
    }

    /// Wants columns `from` to `to` (exclusive) of that width. What could not be read is tried again when the chart
    /// has moved.
    @SuppressWarnings("ReferenceEquality") // the wish that failed, not one that looks the same
    public void look(SlotAxis axis, double step, long from, long to) {
        Wish before = looked;
        if (before != null && before.holds(axis, step, from, to) && (before != failed || before.isOf(from, to))) {
            return;
        }
        Wish now = new Wish(axis, step, from, to);
        looked = now;
        wishes.wish(now);
    }

    /// Returns what was read last; null if nothing was yet.
    public @Nullable FigureFrame frame() {
        return published;
    }

    private void read(Wish wish) {
        try {
            last = read(wish, last);
        } catch (CancellationException e) {
            close(); // the history was closed, and nobody waits for more
        } catch (RuntimeException e) {
            failed = wish;
            onProblem.accept(e);
        } catch (InternalError e) { // what reading a mapped file comes to where the disk fails
            failed = wish;
            onProblem.accept(new IllegalStateException("a file of ticks cannot be read", e));
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
        published = copy;
        onLoaded.run();
    }

    private boolean isAwayFrom(Wish current) {
        Wish newer = wishes.newer();
        return wishes.isClosed() || (newer != null && current.isAwayFrom(newer));
    }

    /// Waits until what was looked at last is read; not to be called on the FX thread.
    public void awaitLoaded() {
        wishes.awaitIdle();
    }

    /// Reads nothing more.
    @Override
    public void close() {
        wishes.close();
    }
}
