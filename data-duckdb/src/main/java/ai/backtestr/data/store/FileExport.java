package ai.backtestr.data.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// Rows of the database on their way into a file, all written by the database itself with every digit they have.
///
/// One thread runs it and closes it; any thread may cancel it or ask how far it is. The file is complete once
/// [#run()] has returned; after a failure the caller deletes what there is.
public final class FileExport implements AutoCloseable {
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final String select;
    private final ExportFile file;
    private volatile boolean cancelled;
    private volatile boolean closed;

    private FileExport(DuckDBConnection connection, DuckDBPreparedStatement statement, String select, ExportFile file) {
        this.connection = connection;
        this.statement = statement;
        this.select = select;
        this.file = file;
    }

    /// Exports what `select` finds, on a connection that is the export's own from here on, even if this throws.
    static FileExport of(DuckDBConnection connection, String select, ExportFile file) throws SQLException {
        try {
            DuckDBPreparedStatement statement = (DuckDBPreparedStatement) connection.createStatement();
            // Progress is kept only where a bar would be printed, and asked for through the driver instead.
            statement.execute("SET enable_progress_bar = true");
            statement.execute("SET enable_progress_bar_print = false");
            statement.execute("BEGIN TRANSACTION READ ONLY");
            return new FileExport(connection, statement, select, file);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Writes the file.
    ///
    /// @return how many rows it holds
    /// @throws StoreException if it cannot be written, or the rows cannot be computed
    /// @throws CancellationException if it was cancelled
    public long run() {
        throwIfCancelled();
        String path = file.path().toString().replace("'", "''");
        try {
            statement.execute(
                    "COPY (" + select + ") TO '" + path + "' (" + file.format().options() + ", USE_TMP_FILE false)");
            long rows = statement.getLargeUpdateCount();
            throwIfCancelled();
            return rows;
        } catch (SQLException e) {
            throwIfCancelled();
            throw failure(e);
        }
    }

    private void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("the export was cancelled");
        }
    }

    private StoreException failure(SQLException e) {
        String message = SqlErrors.oneLine(e);
        String written = file.path().toString();
        Path shown = file.shownAs();
        return message.contains(written)
                ? new StoreException(
                        shown + " cannot be written (" + message.replace(written, shown.toString())
                                + "); choose another place or free this one",
                        e)
                : TickStore.wrongQuery(e);
    }

    /// Ends it soon; the file is incomplete then.
    public void cancel() {
        cancelled = true;
        if (closed) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    /// Returns how much of the work is done, 0 to 1 as the database estimates it; below 0 where it does not know.
    public double share() {
        try {
            return statement.getQueryProgress().getPercentage() / 100;
        } catch (SQLException e) {
            // Over already: there is nothing to tell then.
            return -1;
        }
    }

    @Override
    public void close() {
        closed = true;
        try (connection) {
            statement.close();
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }
}
