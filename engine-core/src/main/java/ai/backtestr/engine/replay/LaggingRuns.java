package ai.backtestr.engine.replay;

import ai.backtestr.engine.run.BacktestSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The checkpoints of a replay: runs of the same strategy that have stopped at earlier ticks and wait there.
///
/// A strategy's own fields cannot be copied, so a checkpoint is no copy: it is another run, which has come as far
/// as its place by itself. Stepping back takes the nearest one out and lets it go on to where the step leads. A
/// thread of its own brings those that are left up behind the present tick again, and begins anew in place of those
/// taken.
///
/// Every run is touched under the lock, a stretch of ticks at a time, so that whoever steps back waits for a
/// stretch at most.
final class LaggingRuns implements AutoCloseable {
    /// How many ticks behind the present one checkpoints wait. Several wait near, since steps back come in rows.
    private static final long[] LAGS = {1 << 13, 1 << 13, 1 << 13, 1 << 16, 1 << 20, 1 << 23};

    private static final long STRETCH = 1 << 16;

    private final BacktestSpec spec;
    private final ReplayTicks ticks;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition work = lock.newCondition();
    private final List<ReplayRunner> waiting = new ArrayList<>();
    private final Thread keeper;
    private HandJournal journal = HandJournal.EMPTY;
    private long present;
    private boolean failed;
    private boolean closed;

    LaggingRuns(BacktestSpec spec, ReplayTicks ticks) {
        this.spec = spec;
        this.ticks = ticks;
        keeper = Thread.ofPlatform().daemon().name("replay-checkpoints").start(this::keep);
    }

    /// Says where the replay stands, and what was done by hand up to there and after. Checkpoints that lie ahead,
    /// or have done what does not count any more, are given up.
    ///
    /// @param undone how many entries of the journal still count of those done before
    void follow(long position, HandJournal newJournal, int undone) {
        lock.lock();
        try {
            present = position;
            journal = newJournal;
            waiting.removeIf(run -> run.position() > position || run.done() > undone);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Takes out the last checkpoint at or before `position`; one at the beginning if there is none.
    ReplayRunner takeAtOrBefore(long position) {
        lock.lock();
        try {
            ReplayRunner best = null;
            for (ReplayRunner run : waiting) {
                boolean fits = run.position() <= position;
                if (fits && (best == null || run.position() > best.position())) {
                    best = run;
                }
            }
            if (best == null) {
                return new ReplayRunner(spec, ticks);
            }
            waiting.remove(best);
            return best;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        boolean goesOn = true;
        while (goesOn) {
            lock.lock();
            try {
                goesOn = !closed && advanceOne();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Lets one checkpoint go on a stretch, or waits until there is something to do.
    ///
    /// @return whether to go on
    @SuppressWarnings("WaitNotInLoop") // keep() is the loop
    private boolean advanceOne() {
        List<ReplayRunner> spare = new ArrayList<>(waiting);
        int slot = failed ? LAGS.length : takeOutPlaced(spare);
        if (slot == LAGS.length) {
            work.awaitUninterruptibly();
            return !closed;
        }
        long place = present - LAGS[slot];
        ReplayRunner run = onItsWay(spare, place);
        try {
            run.advanceTo(Math.min(place, run.position() + STRETCH), journal);
        } catch (RuntimeException | Error e) {
            // Whoever steps there meets the same and tells the user; nothing is gained by trying again and again.
            waiting.remove(run);
            failed = true;
        }
        return true;
    }

    /// Takes those that are in their places out of `spare`.
    ///
    /// @return the nearest place that is empty; as many as there are if none is
    private int takeOutPlaced(List<ReplayRunner> spare) {
        int empty = LAGS.length;
        for (int slot = LAGS.length - 1; slot >= 0; slot--) {
            ReplayRunner here = placed(spare, LAGS[slot]);
            if (here != null) {
                spare.remove(here);
            } else if (present > LAGS[slot]) {
                empty = slot;
            }
        }
        return empty;
    }

    private @Nullable ReplayRunner placed(List<ReplayRunner> spare, long lag) {
        long nearest = lag == LAGS[0] ? present - 1 : present - lag / 2;
        for (ReplayRunner run : spare) {
            if (run.position() <= nearest && run.position() >= present - 2 * lag) {
                return run;
            }
        }
        return null;
    }

    /// Returns the one that is to go on to `place`: the nearest of those that have none yet, or a new one.
    private ReplayRunner onItsWay(List<ReplayRunner> spare, long place) {
        ReplayRunner nearest = null;
        for (ReplayRunner run : spare) {
            if (run.position() < place && (nearest == null || run.position() > nearest.position())) {
                nearest = run;
            }
        }
        if (nearest != null) {
            return nearest;
        }
        waiting.removeAll(spare);
        ReplayRunner fresh = new ReplayRunner(spec, ticks);
        waiting.add(fresh);
        return fresh;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            work.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (keeper.isAlive()) {
            try {
                keeper.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
