package ai.backtestr.render.indicator;

import ai.backtestr.render.loading.LatestWish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Finds values of indicators on a thread of its own. A newer wish replaces an older one, whose work ends within
/// some thousand bars.
///
/// Threads: the FX thread wishes and takes; neither waits. Frames are handed over under the lock.
public final class IndicatorLoader implements AutoCloseable {
    /// Values that were found.
    ///
    /// @param wish what was wished
    /// @param setting which of the indicators wished
    /// @param frame its values
    public record Found(IndicatorWish wish, IndicatorSetting setting, IndicatorFrame frame) {}

    private final Runnable onFound;
    private final Consumer<RuntimeException> onProblem;
    private final ReentrantLock lock = new ReentrantLock();
    private final LatestWish<IndicatorWish> wishes = new LatestWish<>("indicator-loader", this::find);
    private List<Found> found = new ArrayList<>();

    /// @param onFound called by the loader's thread when there is something to take
    /// @param onProblem called by the loader's thread when bars cannot be read
    public IndicatorLoader(Runnable onFound, Consumer<RuntimeException> onProblem) {
        this.onFound = onFound;
        this.onProblem = onProblem;
    }

    /// Has these values found, and no others.
    public void wish(IndicatorWish wish) {
        wishes.wish(wish);
    }

    /// Returns what was found since it was asked last, in that order.
    public List<Found> take() {
        lock.lock();
        try {
            if (found.isEmpty()) {
                return List.of();
            }
            List<Found> taken = found;
            found = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void find(IndicatorWish wish) {
        IndicatorRun run = new IndicatorRun(wish, wishes::isStale);
        for (IndicatorSetting setting : wish.settings()) {
            try {
                add(new Found(wish, setting, run.values(setting)));
                onFound.run();
            } catch (CancellationException e) {
                return; // something else is wished, or the bars were closed
            } catch (RuntimeException e) {
                onProblem.accept(e);
            }
        }
    }

    private void add(Found more) {
        lock.lock();
        try {
            found.add(more);
        } finally {
            lock.unlock();
        }
    }

    /// Returns once all that was wished is found, or cannot be. Any thread but that of the toolkit.
    public void awaitIdle() {
        wishes.awaitIdle();
    }

    /// Ends the thread soon.
    @Override
    public void close() {
        wishes.close();
    }
}
