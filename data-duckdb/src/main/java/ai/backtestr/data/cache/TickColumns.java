package ai.backtestr.data.cache;

import ai.backtestr.data.segment.TickCell;
import java.util.Arrays;

/// What ticks come to in each of a number of stretches of time, one a column of a chart: how many there are,
/// and first, lowest, highest and last bid and ask, as integers at the instrument's price scale. Of trades both
/// are the price.
///
/// Of a stretch that is divided evenly, column `i` of `n` from `fromNs` up to `toNs` begins at
/// `fromNs + floor(i * (toNs - fromNs) / n)`; otherwise columns begin where they are told to. Each ends where
/// the next begins. A column without ticks has a count of 0, and nothing else in it means anything.
/// Filled by [TickPages], used again from frame to frame, by one thread at a time.
public final class TickColumns {
    private static final int FIELDS = 8;

    private final long[] counts;
    private final long[] prices;
    private final long[] starts; // one more than there are columns: the end of the last
    private int size;

    /// Makes room for `columns` columns, at least one, all of which are used until it is told otherwise.
    public TickColumns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("a chart has at least one column, not " + columns);
        }
        counts = new long[columns];
        prices = new long[columns * FIELDS];
        starts = new long[columns + 1];
        size = columns;
    }

    /// Empties all columns and spreads them over a stretch of time.
    void begin(long from, long to) {
        requireTime(from, to);
        size = counts.length;
        long span = to - from;
        for (int i = 0; i <= size; i++) {
            starts[i] = from + span / size * i + span % size * i / size;
        }
        Arrays.fill(counts, 0);
    }

    /// Empties all columns; the first `columns` of them begin at the given times, and the last of these ends at
    /// the time that follows.
    ///
    /// @throws IllegalArgumentException if there are more than there is room for, or the times descend
    void begin(long[] startsNs, int columns) {
        if (columns < 1 || columns > counts.length) {
            throw new IllegalArgumentException("there is room for 1 to " + counts.length + " columns, not " + columns);
        }
        for (int i = 0; i < columns; i++) {
            if (startsNs[i] > startsNs[i + 1]) {
                throw new IllegalArgumentException("column " + i + " ends before it begins");
            }
        }
        requireTime(startsNs[0], startsNs[columns]);
        size = columns;
        System.arraycopy(startsNs, 0, starts, 0, columns + 1);
        Arrays.fill(counts, 0, columns, 0);
    }

    private static void requireTime(long from, long to) {
        if (to <= from || to - from < 0) {
            throw new IllegalArgumentException("no time from " + from + " ns up to " + to + " ns");
        }
    }

    /// Returns how many columns there is room for.
    public int capacity() {
        return counts.length;
    }

    /// Returns how many columns there are.
    public int size() {
        return size;
    }

    /// Returns the time at which a column begins, nanoseconds since the epoch, UTC; of column [#size()] the
    /// end.
    public long startNs(int column) {
        return starts[column];
    }

    /// Returns the last column that begins at or before `timeNs`, which is within the time of all.
    int columnOf(long timeNs) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= timeNs) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Adds ticks to a column, which follow those it has.
    void add(int column, TickCell cell) {
        if (cell.count() == 0) {
            return;
        }
        int at = column * FIELDS;
        if (counts[column] == 0) {
            prices[at] = cell.firstBid();
            prices[at + 1] = cell.lowBid();
            prices[at + 2] = cell.highBid();
            prices[at + 4] = cell.firstAsk();
            prices[at + 5] = cell.lowAsk();
            prices[at + 6] = cell.highAsk();
        }
        counts[column] += cell.count();
        prices[at + 1] = Math.min(prices[at + 1], cell.lowBid());
        prices[at + 2] = Math.max(prices[at + 2], cell.highBid());
        prices[at + 3] = cell.lastBid();
        prices[at + 5] = Math.min(prices[at + 5], cell.lowAsk());
        prices[at + 6] = Math.max(prices[at + 6], cell.highAsk());
        prices[at + 7] = cell.lastAsk();
    }

    /// Returns how many ticks are in a column.
    public long count(int column) {
        return counts[column];
    }

    /// Returns the bid of a column's first tick.
    public long firstBid(int column) {
        return prices[column * FIELDS];
    }

    /// Returns the lowest bid of a column.
    public long lowBid(int column) {
        return prices[column * FIELDS + 1];
    }

    /// Returns the highest bid of a column.
    public long highBid(int column) {
        return prices[column * FIELDS + 2];
    }

    /// Returns the bid of a column's last tick.
    public long lastBid(int column) {
        return prices[column * FIELDS + 3];
    }

    /// Returns the ask of a column's first tick.
    public long firstAsk(int column) {
        return prices[column * FIELDS + 4];
    }

    /// Returns the lowest ask of a column.
    public long lowAsk(int column) {
        return prices[column * FIELDS + 5];
    }

    /// Returns the highest ask of a column.
    public long highAsk(int column) {
        return prices[column * FIELDS + 6];
    }

    /// Returns the ask of a column's last tick.
    public long lastAsk(int column) {
        return prices[column * FIELDS + 7];
    }
}
