package ai.backtestr.data.store;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// A statement that takes its time: it tells how far it is and can be stopped.
///
/// One thread executes and closes it; any thread may cancel it or ask how far it is.
final class LongStatement implements AutoCloseable {
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final StatementStop stop;

    private LongStatement(DuckDBConnection connection, DuckDBPreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
        stop = new StatementStop(statement);
    }

    /// Makes one on a connection that is its own from here on, even if this throws.
    static LongStatement on(DuckDBConnection connection) throws SQLException {
        try {
            DuckDBPreparedStatement statement = (DuckDBPreparedStatement) connection.createStatement();
            // Progress is kept only where a bar would be printed, and asked for through the driver instead.
            statement.execute("SET enable_progress_bar = true");
            statement.execute("SET enable_progress_bar_print = false");
            return new LongStatement(connection, statement);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Executes it.
    ///
    /// @return how many rows it wrote
    /// @throws CancellationException if it was cancelled, before or meanwhile
    long execute(String sql) throws SQLException {
        throwIfCancelled();
        try {
            statement.execute(sql);
            long rows = statement.getLargeUpdateCount();
            throwIfCancelled();
            return rows;
        } catch (SQLException e) {
            throwIfCancelled();
            throw e;
        }
    }

    private void throwIfCancelled() {
        if (stop.isWanted()) {
            throw new CancellationException("the statement was cancelled");
        }
    }

    /// Ends it soon.
    void cancel() {
        stop.stop();
    }

    /// Returns how much of the work is done, 0 to 1 as the database estimates it; below 0 where it does not know.
    double share() {
        try {
            return statement.getQueryProgress().getPercentage() / 100;
        } catch (SQLException e) {
            // Over already: there is nothing to tell then.
            return -1;
        }
    }

    @Override
    public void close() {
        stop.close();
        try (connection) {
            statement.close();
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }
}
