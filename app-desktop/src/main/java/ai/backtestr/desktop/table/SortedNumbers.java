package ai.backtestr.desktop.table;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of others ordered by a column; rows with the same number stay in their order. All numbers of the column
/// are read for that, so it serves up to [#MOST_ROWS].
final class SortedNumbers implements NumberRows {
    /// The most rows that are sorted.
    static final int MOST_ROWS = 4_000_000;

    private final TimedRows all;
    private final int column;
    private final boolean descending;
    private volatile int[] order = {};
    private volatile int[] placeOf = {};

    SortedNumbers(TimedRows all, int column, boolean descending) {
        this.all = all;
        this.column = column;
        this.descending = descending;
    }

    @Override
    public List<NumberColumn> columns() {
        return all.columns();
    }

    @Override
    public long count() {
        return order.length;
    }

    @Override
    public void prepare(TaskControl control) {
        all.prepare(control);
        long rows = all.count();
        if (rows > MOST_ROWS) {
            throw new ProblemException(String.format(
                    "%,d rows are too many to sort by %s; filter them down to %,d first, or sort by time",
                    rows, all.columns().get(column).name(), MOST_ROWS));
        }
        long[] keys = keys((int) rows, control);
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        long[] places = new long[keys.length];
        for (int row = 0; row < keys.length; row++) {
            // Any place of a number among equal ones is between those of smaller and of larger numbers.
            long rank = Arrays.binarySearch(sorted, keys[row]);
            places[row] = (descending ? keys.length - rank : rank) << Integer.SIZE | row;
        }
        Arrays.parallelSort(places);
        int[] byPlace = new int[keys.length];
        int[] byRow = new int[keys.length];
        for (int place = 0; place < places.length; place++) {
            byPlace[place] = (int) places[place];
            byRow[byPlace[place]] = place;
        }
        placeOf = byRow;
        order = byPlace;
    }

    private long[] keys(int rows, TaskControl control) {
        long[] keys = new long[rows];
        int step = all.rowsAtOnce();
        for (int row = 0; row < rows; row += step) {
            control.throwIfCancelled();
            control.report(new TaskProgress(row, rows, "rows"));
            int count = Math.min(step, rows - row);
            long[] @Nullable [] numbers = new long[all.columns().size()] @Nullable [];
            long[] read = new long[count];
            numbers[column] = read;
            all.read(row, count, numbers, control::isCancelled);
            System.arraycopy(read, 0, keys, row, count);
        }
        return keys;
    }

    @Override
    public void read(long from, int count, long[] @Nullable [] into, BooleanSupplier cancelled) {
        long[] @Nullable [] one = new long[into.length] @Nullable [];
        for (int i = 0; i < into.length; i++) {
            one[i] = into[i] == null ? null : new long[1];
        }
        for (int row = 0; row < count; row++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("other rows are wanted");
            }
            all.read(order[(int) from + row], 1, one, cancelled);
            for (int i = 0; i < into.length; i++) {
                long[] to = into[i];
                long[] read = one[i];
                if (to != null && read != null) {
                    to[row] = read[0];
                }
            }
        }
    }

    @Override
    public long rowAt(long timeNs, boolean orBefore) {
        int[] places = placeOf;
        long row = all.rowAt(timeNs, orBefore);
        return row >= 0 && row < places.length ? places[(int) row] : -1;
    }
}
