package ai.backtestr.benchmarks.stress;

import ai.backtestr.engine.snapshot.RunSnapshot;
import ai.backtestr.engine.snapshot.SnapshotCell;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/// Two snapshots are published while two others are read: each is whole, and the second is never older than the
/// first.
@JCStressTest
@Outcome(
        id = {"0, 0", "0, 1", "0, 2", "1, 1", "1, 2", "2, 2"},
        expect = Expect.ACCEPTABLE,
        desc = "Whole, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Torn, or gone back in time.")
@State
public class SnapshotCellStress {
    private static final long TORN = -1;

    private final SnapshotCell cell = new SnapshotCell();

    @Actor
    public void writer() {
        cell.publish(1, 1, 1, 1, 1, 1, 1);
        cell.publish(2, 2, 2, 2, 2, 2, 2);
    }

    @Actor
    public void reader(LL_Result result) {
        result.r1 = number(cell.read());
        result.r2 = number(cell.read());
    }

    private static long number(RunSnapshot snapshot) {
        long ticks = snapshot.ticks();
        return snapshot.equals(new RunSnapshot(ticks, ticks, ticks, ticks, ticks, ticks, ticks)) ? ticks : TORN;
    }
}
