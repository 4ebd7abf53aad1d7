package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.KeptRows;
import ai.backtestr.data.store.QueryResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// When each row of an answer was, by its first column of times or dates, and whose it is, by a column called `symbol`.
/// Immutable.
///
/// @param timeColumn from 0; -1 if there is none
/// @param symbolColumn likewise
record SqlMoments(int timeColumn, int symbolColumn) {
    /// The time of a row that has none.
    static final long NONE = Long.MIN_VALUE;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static SqlMoments of(List<QueryResult.Column> columns) {
        return new SqlMoments(
                first(columns, SqlTime::isIn),
                first(columns, column -> column.name().equalsIgnoreCase("symbol")));
    }

    private static int first(List<QueryResult.Column> columns, Predicate<QueryResult.Column> wanted) {
        return IntStream.range(0, columns.size())
                .filter(i -> wanted.test(columns.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /// Returns when a row was, in nanoseconds since the epoch, UTC, or [#NONE].
    long timeNs(@Nullable String[] row) {
        String text = timeColumn < 0 ? null : row[timeColumn];
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

    /// Tells whether a row is about an instrument; all are where none is named.
    boolean isOf(@Nullable String[] row, String symbol) {
        return symbolColumn < 0 || symbol.equals(row[symbolColumn]);
    }

    /// Finds the latest row that is not after a moment, in whatever order the rows are; of several at once the
    /// first. It reads what it needs, some milliseconds where rows are kept and in order of time.
    ///
    /// @param symbol of the instrument that it is to be about; null for any
    /// @param onBegin takes what stops it; it can be called from any thread
    OptionalLong latest(SqlRows rows, @Nullable String symbol, long timeNs, Consumer<Runnable> onBegin) {
        if (timeColumn < 0) {
            return OptionalLong.empty();
        }
        KeptRows kept = rows.kept();
        return kept == null
                ? latestOf(rows.first(), symbol, timeNs)
                : latestKept(kept, latest(kept, rows.columns(), symbol, timeNs), onBegin);
    }

    private OptionalLong latestOf(List<@Nullable String[]> rows, @Nullable String symbol, long timeNs) {
        long found = -1;
        long foundNs = NONE;
        for (int i = 0; i < rows.size(); i++) {
            long ns = timeNs(rows.get(i));
            boolean isLater = ns != NONE && ns <= timeNs && (found < 0 || ns > foundNs);
            if (isLater && (symbol == null || isOf(rows.get(i), symbol))) {
                found = i;
                foundNs = ns;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private String latest(KeptRows kept, List<QueryResult.Column> columns, @Nullable String symbol, long timeNs) {
        String moment = "c" + (timeColumn + 1);
        String about = symbol == null || symbolColumn < 0
                ? ""
                : " AND CAST(c" + (symbolColumn + 1) + " AS VARCHAR) = '" + symbol.replace("'", "''") + "'";
        return "SELECT rowid FROM " + kept.table() + " WHERE " + moment + " <= "
                + SqlTime.literal(timeNs, columns.get(timeColumn)) + " AND isfinite(" + moment + ")" + about
                + " ORDER BY "
                + moment + " DESC, rowid LIMIT 1";
    }

    private static OptionalLong latestKept(KeptRows kept, String select, Consumer<Runnable> onBegin) {
        try (QueryResult found = kept.query(select, onBegin)) {
            return found.next() ? OptionalLong.of(Long.parseLong(String.valueOf(found.text(0)))) : OptionalLong.empty();
        }
    }
}
