package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// When each row of an answer was, by its first column of times or dates, and whose it is, by a column called `symbol`.
/// Immutable.
final class SqlMoments {
    private static final long NONE = Long.MIN_VALUE;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final List<@Nullable String[]> rows;
    private final long[] timesNs; // empty if there is no column of times
    private final int symbolColumn;

    private SqlMoments(List<@Nullable String[]> rows, long[] timesNs, int symbolColumn) {
        this.rows = rows;
        this.timesNs = timesNs;
        this.symbolColumn = symbolColumn;
    }

    /// Reads the time of every row, which takes a while for many.
    static SqlMoments of(List<QueryResult.Column> columns, List<@Nullable String[]> rows) {
        int[] times = IntStream.range(0, columns.size())
                .filter(i -> SqlTime.isIn(columns.get(i)))
                .toArray();
        int[] symbols = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equalsIgnoreCase("symbol"))
                .toArray();
        long[] timesNs = times.length == 0
                ? new long[0]
                : rows.stream().mapToLong(row -> timeNs(row[times[0]])).toArray();
        return new SqlMoments(rows, timesNs, symbols.length == 0 ? -1 : symbols[0]);
    }

    private static long timeNs(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        try {
            Instant instant = SqlTime.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            return NONE; // before 1677 or after 2262, where no tick is
        }
    }

    /// Returns when a row was, in nanoseconds since the epoch; nothing if it has no time.
    OptionalLong timeNs(int row) {
        return row >= timesNs.length || timesNs[row] == NONE ? OptionalLong.empty() : OptionalLong.of(timesNs[row]);
    }

    /// Tells whether a row is about an instrument; all are where none is named.
    boolean isOf(int row, String symbol) {
        return symbolColumn < 0 || symbol.equals(rows.get(row)[symbolColumn]);
    }

    /// Returns the latest row of an instrument that is not after a moment, in whatever order the rows are; of several
    /// at
    /// once the first.
    OptionalInt atOrBefore(String symbol, long timeNs) {
        int found = -1;
        for (int i = 0; i < timesNs.length; i++) {
            boolean isLater = timesNs[i] != NONE && timesNs[i] <= timeNs && (found < 0 || timesNs[i] > timesNs[found]);
            if (isLater && isOf(i, symbol)) {
                found = i;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
