package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.KeptRows;
import ai.backtestr.data.store.QueryResult;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a statement found, each value as the database writes it: the first rows at once, and all of them, however
/// many, as soon as the store keeps them.
///
/// Any thread. Whoever shows them closes them.
final class SqlRows implements AutoCloseable {
    private static final Pattern NUMERIC =
            Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\\([^)]*\\)|DOUBLE|FLOAT");

    private final String sql;
    private final List<QueryResult.Column> columns;
    private final List<@Nullable String[]> first;
    private final boolean few;
    private volatile long elapsedNs;
    private volatile @Nullable KeptRows kept; // written under a lock
    private boolean closed; // guarded by a lock

    /// @param sql the statement
    /// @param columns from left to right
    /// @param first its first rows in their order, at least one if there are any; null in a row is NULL
    /// @param few whether there are no rows but these
    /// @param elapsedNs how long it took until the last of them was read
    SqlRows(String sql, List<QueryResult.Column> columns, List<@Nullable String[]> first, boolean few, long elapsedNs) {
        this.sql = sql;
        this.columns = columns;
        this.first = first;
        this.few = few;
        this.elapsedNs = elapsedNs;
    }

    /// Tells whether a column holds numbers.
    static boolean isNumeric(QueryResult.Column column) {
        return NUMERIC.matcher(column.type()).matches();
    }

    /// Has all rows read from there from now on; closes them when it is closed itself, at once if it is.
    ///
    /// @param untilNs how long it took until they were there
    synchronized void keep(KeptRows all, long untilNs) {
        if (closed) {
            all.close();
        } else {
            elapsedNs = untilNs;
            kept = all;
        }
    }

    String sql() {
        return sql;
    }

    List<QueryResult.Column> columns() {
        return columns;
    }

    /// Returns the first of them, which are in memory.
    List<@Nullable String[]> first() {
        return first;
    }

    /// Returns where all of them are kept; null if they are not, or not yet.
    @Nullable
    KeptRows kept() {
        return kept;
    }

    /// Tells whether all rows are there.
    boolean isComplete() {
        return few || kept != null;
    }

    /// Returns how long it took until those that are there were.
    long elapsedNs() {
        return elapsedNs;
    }

    /// Returns how many are there.
    long count() {
        KeptRows all = kept;
        return all == null ? first.size() : all.count();
    }

    /// Returns the row that a result is at.
    static @Nullable String[] row(QueryResult found) {
        @Nullable String[] row = new @Nullable String[found.columns().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = found.text(i);
        }
        return row;
    }

    /// Lets go of them. It may wait for the disk.
    @Override
    public synchronized void close() {
        closed = true;
        if (kept != null) {
            kept.close();
        }
    }
}
