package ai.backtestr.data.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Columns and rows of a query, streamed: memory does not grow with their number.
///
/// Used by one thread; whoever asked the query closes it.
public final class QueryResult implements AutoCloseable {
    /// A column of the result.
    ///
    /// @param name the column's name
    /// @param type its type in SQL, such as `BIGINT` or `DECIMAL(32,12)`
    public record Column(String name, String type) {}

    private final Connection connection;
    private final String select;
    private final Statement statement;
    private final StatementStop stop;
    private final List<Column> columns;
    private final ResultSet rows;

    private QueryResult(
            Connection connection,
            String select,
            Statement statement,
            StatementStop stop,
            List<Column> columns,
            ResultSet rows) {
        this.connection = connection;
        this.select = select;
        this.statement = statement;
        this.stop = stop;
        this.columns = columns;
        this.rows = rows;
    }

    /// Runs `sql` on a connection that is the result's own from here on, even if this throws.
    ///
    /// @param onBegin takes what stops the query, from any thread, before it begins
    static QueryResult of(Connection connection, String sql, Consumer<Runnable> onBegin) throws SQLException {
        // query() takes one SELECT and nothing else, as a literal that cannot be broken out of; the read-only
        // transaction stands behind it.
        String select = "query('" + sql.replace("'", "''") + "')";
        Statement statement = statement(connection);
        StatementStop stop = new StatementStop(statement);
        try {
            onBegin.accept(stop::stop);
            statement.execute("BEGIN TRANSACTION READ ONLY");
            List<Column> columns = columns(statement, "FROM " + select + " LIMIT 0");
            // The database's own text for every value: exact, and free of the JVM's zone and locale.
            ResultSet rows = statement.executeQuery("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM " + select);
            return new QueryResult(connection, select, statement, stop, columns, rows);
        } catch (SQLException e) {
            try (connection;
                    stop) {
                throw reason(connection, select, stop, e);
            }
        }
    }

    private static Statement statement(Connection connection) throws SQLException {
        try {
            return connection.createStatement();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static List<Column> columns(Statement statement, String query) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet none = statement.executeQuery(query)) {
            ResultSetMetaData data = none.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(new Column(data.getColumnName(i), data.getColumnTypeName(i)));
            }
        }
        return List.copyOf(columns);
    }

    /// Returns the columns, from left to right.
    public List<Column> columns() {
        return columns;
    }

    /// Moves to the next row.
    ///
    /// @return whether there is one
    /// @throws StoreException if it cannot be computed
    public boolean next() {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw StoreException.ofSql(reason(connection, select, stop, e));
        }
    }

    /// A streamed result says no more than that it broke; run as a whole, the query says why.
    private static SQLException reason(Connection connection, String select, StatementStop stop, SQLException broken) {
        if (stop.isWanted() || !SqlErrors.oneLine(broken).contains("Invalid result set")) {
            return broken;
        }
        try (Statement again = connection.createStatement()) {
            again.execute("ROLLBACK");
            again.execute("EXPLAIN ANALYZE FROM " + select);
            return broken;
        } catch (SQLException e) {
            return e;
        }
    }

    /// Returns the value of the current row in `column`, counted from 0, as the database writes it; `null` for
    /// NULL. Numbers have all their digits, times are in UTC.
    public @Nullable String text(int column) {
        try {
            return rows.getString(column + 1);
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }

    @Override
    public void close() {
        try (connection;
                statement;
                stop) {
            rows.close();
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        }
    }
}
