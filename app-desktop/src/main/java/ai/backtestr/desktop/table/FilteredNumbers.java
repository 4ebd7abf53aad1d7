package ai.backtestr.desktop.table;

import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of others that meet all conditions. Rows are looked through once, in blocks, and of each block it is
/// kept how many there are up to its end; which ones they are is found again when a row of it is read. So a filter
/// over a billion rows takes some hundred kilobytes, whatever it lets through.
final class FilteredNumbers implements TimedRows {
    private final TimedRows all;
    private final List<RowCondition> conditions;
    private final int blockRows;
    private long[] rowsUntil = new long[64]; // the end of each block looked through
    private int blocks;
    private long firstRow;
    private volatile long count;
    private int cachedBlock = -1;
    private long[] cachedRows = {};

    /// @param all rows in order of time, which are counted
    FilteredNumbers(TimedRows all, List<RowCondition> conditions) {
        this.all = all;
        this.conditions = List.copyOf(conditions);
        blockRows = all.rowsAtOnce();
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
    public int rowsAtOnce() {
        return blockRows;
    }

    @Override
    public void prepare(TaskControl control) {
        all.prepare(control);
        long from = firstOf(leastTime());
        long to = mostTime() == Long.MAX_VALUE ? all.count() : firstOf(mostTime() + 1);
        begin(from);
        long found = 0;
        for (long row = from; row < to; row += blockRows) {
            control.throwIfCancelled();
            found += matches(row, (int) Math.min(blockRows, to - row), control::isCancelled).length;
            add(found);
            control.report(new TaskProgress(row - from, to - from, "rows"));
        }
    }

    private long leastTime() {
        return conditions.stream()
                .filter(condition -> condition.column() == 0)
                .mapToLong(RowCondition::least)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private long mostTime() {
        return conditions.stream()
                .filter(condition -> condition.column() == 0)
                .mapToLong(RowCondition::most)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private long firstOf(long timeNs) {
        return timeNs == Long.MIN_VALUE ? 0 : all.firstAtOrAfter(timeNs);
    }

    private synchronized void begin(long from) {
        firstRow = from;
    }

    private synchronized void add(long found) {
        if (blocks == rowsUntil.length) {
            rowsUntil = Arrays.copyOf(rowsUntil, 2 * blocks);
        }
        rowsUntil[blocks++] = found;
        count = found;
    }

    /// Returns which of some rows meet the conditions.
    private long[] matches(long from, int rows, BooleanSupplier cancelled) {
        long[] @Nullable [] numbers = new long[all.columns().size()] @Nullable [];
        conditions.forEach(condition -> numbers[condition.column()] = new long[rows]);
        all.read(from, rows, numbers, cancelled);
        boolean[] fits = new boolean[rows];
        Arrays.fill(fits, true);
        for (RowCondition condition : conditions) {
            long[] column = numbers[condition.column()];
            for (int i = 0; column != null && i < rows; i++) {
                fits[i] &= column[i] >= condition.least() && column[i] <= condition.most();
            }
        }
        long[] found = new long[rows];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (fits[i]) {
                found[count++] = from + i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private synchronized long[] block(int index, BooleanSupplier cancelled) {
        if (index != cachedBlock) {
            long from = firstRow + (long) index * blockRows;
            cachedRows = matches(from, (int) Math.min(blockRows, all.count() - from), cancelled);
            cachedBlock = index;
        }
        return cachedRows;
    }

    private synchronized int blockOf(long row) {
        int found = Arrays.binarySearch(rowsUntil, 0, blocks, row + 1);
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && rowsUntil[at - 1] >= row + 1) {
            at--; // blocks without any repeat the number of the one before
        }
        return at;
    }

    private synchronized long rowsBefore(int block) {
        return block == 0 ? 0 : rowsUntil[block - 1];
    }

    @Override
    public void read(long from, int wanted, long[] @Nullable [] into, BooleanSupplier cancelled) {
        for (int done = 0; done < wanted; ) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("other rows are wanted");
            }
            int block = blockOf(from + done);
            long[] rows = block(block, cancelled);
            int at = (int) (from + done - rowsBefore(block));
            int run = runAt(rows, at, wanted - done);
            readRun(rows[at], run, into, done, cancelled);
            done += run;
        }
    }

    /// Returns how many rows from the one at `at` follow one another.
    private static int runAt(long[] rows, int at, int most) {
        int run = 1;
        while (run < most && at + run < rows.length && rows[at + run] == rows[at] + run) {
            run++;
        }
        return run;
    }

    private void readRun(long row, int run, long[] @Nullable [] into, int at, BooleanSupplier cancelled) {
        long[] @Nullable [] numbers = new long[into.length] @Nullable [];
        for (int column = 0; column < into.length; column++) {
            numbers[column] = into[column] == null ? null : new long[run];
        }
        all.read(row, run, numbers, cancelled);
        for (int column = 0; column < into.length; column++) {
            long[] to = into[column];
            long[] read = numbers[column];
            if (to != null && read != null) {
                System.arraycopy(read, 0, to, at, run);
            }
        }
    }

    @Override
    public long firstAtOrAfter(long timeNs) {
        long row = Math.max(all.firstAtOrAfter(timeNs), firstRow());
        int index = (int) Math.min((row - firstRow()) / blockRows, blocks());
        if (index == blocks()) {
            return count;
        }
        int at = Arrays.binarySearch(block(index, () -> false), row);
        return Math.min(count, rowsBefore(index) + (at >= 0 ? at : -at - 1));
    }

    private synchronized long firstRow() {
        return firstRow;
    }

    private synchronized int blocks() {
        return blocks;
    }
}
