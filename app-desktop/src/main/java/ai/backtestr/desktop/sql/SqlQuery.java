package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks the store and keeps the first rows of the answer. Any thread.
///
/// @param workspace the open home folder
/// @param mostRows how many rows are kept
/// @param mostCharacters how many characters all of them may have, at least one row's
record SqlQuery(Workspace workspace, int mostRows, long mostCharacters) {
    private static final int ROWS_PER_REPORT = 10_000;
    private static final Pattern END = Pattern.compile("[;\\s]+\\z");

    SqlQuery(Workspace workspace) {
        this(workspace, 1_000_000, 100_000_000);
    }

    /// Returns what runs a statement. Cancelling it stops the database.
    ///
    /// @param sql one SELECT, perhaps with a semicolon at its end
    BackgroundTask<SqlAnswer> running(String sql) {
        String statement = END.matcher(sql).replaceFirst("");
        return new BackgroundTask<>("Running SQL", control -> answer(statement, statement, control));
    }

    /// Returns what runs a statement with its rows in another order.
    ///
    /// @param column counted from 1
    BackgroundTask<SqlAnswer> sorted(String sql, int column, boolean descending) {
        String statement = END.matcher(sql).replaceFirst("");
        String sorting = "FROM (" + statement + "\n) ORDER BY " + column + (descending ? " DESC" : "") + " NULLS LAST";
        return new BackgroundTask<>("Sorting", control -> answer(statement, sorting, control));
    }

    /// Returns what runs a statement for those of its rows alone of which some value contains a text, in any case
    /// of letters. The statement of the answer is that, so that sorting and exporting it leave the others out too.
    BackgroundTask<SqlAnswer> filtered(String sql, String text) {
        String statement = END.matcher(sql).replaceFirst("");
        String filtering = "FROM (" + statement
                + "\n) AS found WHERE contains(lower(concat_ws(chr(31), *COLUMNS(*))), lower('"
                + text.replace("'", "''") + "'))";
        return new BackgroundTask<>("Filtering", control -> answer(filtering, filtering, control));
    }

    private SqlAnswer answer(String statement, String sql, TaskControl control) {
        try {
            return new SqlAnswer(read(statement, sql, control), "");
        } catch (StoreException e) {
            control.throwIfCancelled();
            return new SqlAnswer(null, String.valueOf(e.getMessage()));
        }
    }

    private SqlRows read(String statement, String sql, TaskControl control) {
        long startNs = System.nanoTime();
        try (QueryResult found = workspace.store().query(sql, control::onCancel)) {
            List<@Nullable String[]> rows = new ArrayList<>();
            long characters = 0;
            boolean more = found.next();
            while (more && rows.size() < mostRows && characters < mostCharacters) {
                @Nullable String[] row = row(found);
                rows.add(row);
                characters += length(row);
                if (rows.size() % ROWS_PER_REPORT == 0) {
                    control.throwIfCancelled();
                    control.report(new TaskProgress(rows.size(), mostRows, rows.size() + " rows"));
                }
                more = found.next();
            }
            control.report(TaskProgress.UNKNOWN);
            SqlMoments moments = SqlMoments.of(found.columns(), rows);
            return new SqlRows(statement, found.columns(), rows, moments, !more, System.nanoTime() - startNs);
        }
    }

    private static @Nullable String[] row(QueryResult found) {
        @Nullable String[] row = new @Nullable String[found.columns().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = found.text(i);
        }
        return row;
    }

    private static long length(@Nullable String[] row) {
        long length = 0;
        for (String value : row) {
            length += value == null ? 0 : value.length();
        }
        return length;
    }
}
