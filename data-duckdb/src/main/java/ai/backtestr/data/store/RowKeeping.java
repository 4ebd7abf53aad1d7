package ai.backtestr.data.store;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// Rows of a query on their way to where any of them can be read at once, all done by the database itself.
///
/// One thread runs it and closes it; any thread may cancel it or ask how far it is.
public final class RowKeeping implements AutoCloseable {
    private static final AtomicLong STARTED = new AtomicLong();

    private final Database database;
    private final LongStatement statement;
    private final String select;

    private RowKeeping(Database database, LongStatement statement, String select) {
        this.database = database;
        this.statement = statement;
        this.select = select;
    }

    static RowKeeping of(Database database, String select) throws SQLException {
        return new RowKeeping(database, LongStatement.on(database.connect()), select);
    }

    /// Computes the rows.
    ///
    /// @return them, which the caller closes
    /// @throws StoreException if they cannot be computed or have no room
    /// @throws CancellationException if it was cancelled
    public KeptRows run() {
        try {
            return KeptRows.of(database, statement, select, "kept_" + STARTED.incrementAndGet());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private StoreException failure(SQLException e) {
        String message = SqlErrors.oneLine(e);
        return message.contains(database.temporary().toString())
                ? new StoreException(
                        "the rows cannot be kept (" + message + "); free space there or ask for fewer rows", e)
                : TickStore.wrongQuery(e);
    }

    /// Ends it soon.
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
