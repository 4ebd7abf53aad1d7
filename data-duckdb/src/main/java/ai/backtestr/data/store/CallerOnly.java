package ai.backtestr.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// As long as it is open the database works on the threads that ask it for something, and on none of its own.
///
/// A statement that reads a table function of one thread leaves nothing else to do. Had one of the database's own
/// threads taken it, the caller's would ask without a pause whether it is done, and so keep a core from those that
/// read and look at the ticks. Queries of others are done by one thread each meanwhile. Opened by one at a time.
final class CallerOnly implements AutoCloseable {
    private final Connection connection;

    CallerOnly(Database database) throws SQLException {
        connection = database.connect();
        try {
            execute("SET threads = 1");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("RESET threads");
        }
    }
}
