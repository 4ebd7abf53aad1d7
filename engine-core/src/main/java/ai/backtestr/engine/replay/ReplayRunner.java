package ai.backtestr.engine.replay;

import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.SteppedRun;

/// A run somewhere on its way through the ticks. It only goes forward. One thread at a time.
final class ReplayRunner {
    private final ReplayTicks ticks;
    private final SteppedRun run;
    private final HandDesk desk = new HandDesk();
    private long position;
    private int done; // entries of the journal

    ReplayRunner(BacktestSpec spec, ReplayTicks ticks) {
        this.ticks = ticks;
        run = new SteppedRun(spec, ticks.instrument(), ticks.hasTrades());
    }

    /// Returns how many ticks of the data it has taken in.
    long position() {
        return position;
    }

    /// Returns how many entries of the journal it has done.
    int done() {
        return done;
    }

    SteppedRun run() {
        return run;
    }

    /// Takes in ticks up to number `target` (exclusive) and does what the journal says on the way and there.
    void advanceTo(long target, HandJournal journal) {
        int due = journal.upTo(target);
        while (done < due) {
            HandJournal.Entry entry = journal.entries().get(done);
            takeIn(entry.position());
            desk.act(entry.order(), run.context());
            done++;
        }
        takeIn(target);
    }

    private void takeIn(long target) {
        while (position < target) {
            try (ReplayTicks.Lease lease = ticks.page(position)) {
                int from = lease.from() + (int) (position - lease.firstTick());
                int to = (int) Math.min(lease.to(), from + (target - position));
                run.takeIn(lease.page(), from, to);
                position += to - from;
            }
        }
    }

    /// Does something by hand now.
    ///
    /// @throws IllegalArgumentException if it cannot be done
    void act(HandOrder order) {
        desk.act(order, run.context());
        done++;
    }
}
