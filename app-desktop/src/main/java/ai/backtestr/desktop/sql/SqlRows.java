package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a statement found: columns and the first rows, each value as the database writes it. Immutable.
///
/// @param sql the statement
/// @param columns from left to right
/// @param rows from first to last; null in a row is NULL
/// @param moments when they were
/// @param complete whether there are no rows but these
/// @param elapsedNs how long it took until the last of them was read
record SqlRows(
        String sql,
        List<QueryResult.Column> columns,
        List<@Nullable String[]> rows,
        SqlMoments moments,
        boolean complete,
        long elapsedNs) {
    private static final Pattern NUMERIC = Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|DOUBLE|FLOAT");

    /// Tells whether a column holds numbers.
    static boolean isNumeric(QueryResult.Column column) {
        return NUMERIC.matcher(column.type()).matches();
    }
}
