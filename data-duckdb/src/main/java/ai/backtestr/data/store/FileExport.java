package ai.backtestr.data.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBConnection;

/// Rows of the database on their way into a file, all written by the database itself with every digit they have.
///
/// One thread runs it and closes it; any thread may cancel it or ask how far it is. The file is complete once
/// [#run()] has returned; after a failure the caller deletes what there is.
public final class FileExport implements AutoCloseable {
    private final LongStatement statement;
    private final String select;
    private final ExportFile file;

    private FileExport(LongStatement statement, String select, ExportFile file) {
        this.statement = statement;
        this.select = select;
        this.file = file;
    }

    /// Exports what `select` finds, on a connection that is the export's own from here on, even if this throws.
    static FileExport of(DuckDBConnection connection, String select, ExportFile file) throws SQLException {
        LongStatement statement = LongStatement.on(connection);
        try {
            statement.execute("BEGIN TRANSACTION READ ONLY");
            return new FileExport(statement, select, file);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /// Writes the file.
    ///
    /// @return how many rows it holds
    /// @throws StoreException if it cannot be written, or the rows cannot be computed
    /// @throws CancellationException if it was cancelled
    public long run() {
        String path = file.path().toString().replace("'", "''");
        try {
            return statement.execute(
                    "COPY (" + select + ") TO '" + path + "' (" + file.format().options() + ", USE_TMP_FILE false)");
        } catch (SQLException e) {
            throw failure(e);
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
        statement.cancel();
    }

    /// Returns how much of the work is done, 0 to 1 as the database estimates it; below 0 where it does not know.
    public double share() {
        return statement.share();
    }

    @Override
    public void close() {
        statement.close();
    }
}
