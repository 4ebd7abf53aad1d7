package ai.backtestr.engine.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Holds the latest [RunSnapshot]: one thread publishes, any number read, and none waits for another.
///
/// A sequence lock. The writer makes the sequence odd, writes the fields and makes it even again; a reader that
/// finds it odd, or changed after it has copied the fields, copies once more. Memory order:
///
/// ```
///   writer                                reader
///   SEQUENCE.setOpaque(odd)               SEQUENCE.getAcquire()   pairs with the writer's last step
///   storeStoreFence                       fields, opaque
///   fields, opaque                        loadLoadFence
///   SEQUENCE.setRelease(even)             SEQUENCE.getOpaque()    unchanged: what was copied is whole
/// ```
///
/// The first fence keeps the fields from being written before the sequence is odd; the second keeps them from being
/// read after it was checked.
public final class SnapshotCell {
    private static final int TICKS = 0;
    private static final int TIME = 1;
    private static final int BID = 2;
    private static final int ASK = 3;
    private static final int POSITION = 4;
    private static final int EQUITY = 5;
    private static final int TRADES = 6;
    private static final int FIELDS = 7;

    private static final VarHandle SEQUENCE;
    private static final VarHandle FIELD = MethodHandles.arrayElementVarHandle(long[].class);

    static {
        try {
            SEQUENCE = MethodHandles.lookup().findVarHandle(SnapshotCell.class, "sequence", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] fields = new long[FIELDS];

    @SuppressWarnings("UnusedVariable") // written and read through SEQUENCE
    private long sequence;

    /// Holds [RunSnapshot#EMPTY].
    public SnapshotCell() {}

    /// Publishes how the run stands. Called by the one writing thread only; allocates nothing.
    public void publish(long ticks, long timeNs, long bid, long ask, long position, long equity, long trades) {
        long before = (long) SEQUENCE.get(this);
        SEQUENCE.setOpaque(this, before + 1);
        VarHandle.storeStoreFence();
        FIELD.setOpaque(fields, TICKS, ticks);
        FIELD.setOpaque(fields, TIME, timeNs);
        FIELD.setOpaque(fields, BID, bid);
        FIELD.setOpaque(fields, ASK, ask);
        FIELD.setOpaque(fields, POSITION, position);
        FIELD.setOpaque(fields, EQUITY, equity);
        FIELD.setOpaque(fields, TRADES, trades);
        SEQUENCE.setRelease(this, before + 2);
    }

    /// Returns the latest state that was published, whole.
    public RunSnapshot read() {
        while (true) {
            long before = (long) SEQUENCE.getAcquire(this);
            if ((before & 1) == 0) {
                RunSnapshot copy = copy();
                VarHandle.loadLoadFence();
                if ((long) SEQUENCE.getOpaque(this) == before) {
                    return copy;
                }
            }
            Thread.onSpinWait();
        }
    }

    private RunSnapshot copy() {
        return new RunSnapshot(
                field(TICKS), field(TIME), field(BID), field(ASK), field(POSITION), field(EQUITY), field(TRADES));
    }

    private long field(int index) {
        return (long) FIELD.getOpaque(fields, index);
    }
}
