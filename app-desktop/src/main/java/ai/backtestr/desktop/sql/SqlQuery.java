package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.RowKeeping;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks the store: reads the first rows of the answer, and has the store keep all of them if there are more. Any
/// thread.
///
/// @param workspace the open home folder
/// @param onFirst takes, on the thread that asks, the first rows where they are not all
/// @param onStopped is called there if there will be no answer, since it was cancelled or failed otherwise than by the
///     store
record SqlQuery(Workspace workspace, Consumer<SqlRows> onFirst, Runnable onStopped) {
    private static final int MOST_FIRST = 100_000;
    private static final long MOST_CHARACTERS = 100_000_000;
    private static final int ROWS_PER_REPORT = 10_000;
    private static final int STEPS = 1_000_000; // the database tells a share alone
    private static final Pattern END = Pattern.compile("[;\\s]+\\z");

    /// Returns what runs a statement. Cancelling it stops the database; the first rows stay.
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
        long startNs = System.nanoTime();
        SqlRows rows = null;
        try {
            rows = first(statement, sql, startNs, control);
            if (!rows.isComplete()) {
                onFirst.accept(rows);
                keep(rows, sql, startNs, control);
            }
            return new SqlAnswer(rows, "");
        } catch (StoreException e) {
            if (control.isCancelled()) {
                onStopped.run();
            }
            control.throwIfCancelled();
            return new SqlAnswer(rows, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            onStopped.run();
            throw e;
        } finally {
            control.report(TaskProgress.UNKNOWN);
        }
    }

    private SqlRows first(String statement, String sql, long startNs, TaskControl control) {
        try (QueryResult found = workspace.store().query(sql, control::onCancel)) {
            List<@Nullable String[]> rows = new ArrayList<>();
            long characters = 0;
            boolean more = found.next();
            while (more && rows.size() < MOST_FIRST && characters < MOST_CHARACTERS) {
                @Nullable String[] row = SqlRows.row(found);
                rows.add(row);
                characters += length(row);
                if (rows.size() % ROWS_PER_REPORT == 0) {
                    control.throwIfCancelled();
                }
                more = found.next();
            }
            return new SqlRows(statement, found.columns(), rows, !more, System.nanoTime() - startNs);
        }
    }

    private static long length(@Nullable String[] row) {
        long length = 0;
        for (String value : row) {
            length += value == null ? 0 : value.length();
        }
        return length;
    }

    private void keep(SqlRows rows, String sql, long startNs, TaskControl control) {
        try (RowKeeping keeping = workspace.store().keeping(sql)) {
            control.onCancel(keeping::cancel);
            control.reportFrom(() -> new TaskProgress(Math.round(Math.max(0, keeping.share()) * STEPS), STEPS, ""));
            rows.keep(keeping.run(), System.nanoTime() - startNs);
        }
    }
}
