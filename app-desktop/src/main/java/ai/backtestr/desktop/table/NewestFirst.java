package ai.backtestr.desktop.table;

import ai.backtestr.desktop.task.TaskControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of others from the last to the first, however many.
final class NewestFirst implements NumberRows {
    private final TimedRows all;
    private volatile long count;

    NewestFirst(TimedRows all) {
        this.all = all;
    }

    @Override
    public List<NumberColumn> columns() {
        return all.columns();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void prepare(TaskControl control) {
        all.prepare(control);
        count = all.count(); // which row is the last is known once all are counted
    }

    @Override
    public void read(long from, int wanted, long[] @Nullable [] into, BooleanSupplier cancelled) {
        all.read(count - from - wanted, wanted, into, cancelled);
        for (long[] column : into) {
            for (int i = 0; column != null && i < wanted / 2; i++) {
                long other = column[i];
                column[i] = column[wanted - 1 - i];
                column[wanted - 1 - i] = other;
            }
        }
    }

    @Override
    public long rowAt(long timeNs, boolean orBefore) {
        return count == 0 ? -1 : count - 1 - all.rowAt(timeNs, orBefore);
    }
}
