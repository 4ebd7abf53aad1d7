package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file as texts, read by a database of their own in memory, in the order of the file.
///
/// A `DOUBLE` is taken with 15 significant digits, as many as it always keeps: 1.2489000000000001 is 1.2489.
final class ParquetRows implements Rows {
    private final SourceFile file;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final Row row = new Row();
    private final int columns;
    private long line;

    ParquetRows(SourceFile file, ImportWatch watch) {
        this.file = file;
        watch.bytes(file.sizeBytes());
        try {
            connection = connect();
            statement = connection.createStatement();
            rows = statement.executeQuery(select(statement, file));
            columns = rows.getMetaData().getColumnCount();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private static Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", "");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
        return connection;
    }

    /// The names of the columns and the first rows.
    static Sample sample(SourceFile file) {
        List<List<String>> sampled = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select(statement, file) + " LIMIT " + Sample.ROWS)) {
            ResultSetMetaData data = rows.getMetaData();
            sampled.add(names(data));
            while (rows.next()) {
                sampled.add(texts(rows, data.getColumnCount()));
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
        return new Sample(file, '\0', '.', sampled);
    }

    private static List<String> names(ResultSetMetaData data) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            names.add(data.getColumnName(i));
        }
        return names;
    }

    private static List<String> texts(ResultSet rows, int columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            texts.add(Objects.requireNonNullElse(rows.getString(i), ""));
        }
        return texts;
    }

    private static String select(Statement statement, SourceFile file) throws SQLException {
        String from = " FROM read_parquet('" + file.path().toString().replace("'", "''") + "')";
        StringJoiner columns = new StringJoiner(", ", "SELECT ", from);
        try (ResultSet none = statement.executeQuery("SELECT *" + from + " LIMIT 0")) {
            ResultSetMetaData data = none.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                String name = '"' + data.getColumnName(i).replace("\"", "\"\"") + '"';
                boolean isDouble = data.getColumnTypeName(i).equals("DOUBLE");
                columns.add((isDouble ? "format('{:.15g}', " + name + ")" : name + "::VARCHAR") + " AS " + name);
            }
        }
        return columns.toString();
    }

    private static StoreException failure(SourceFile file, SQLException e) {
        String told = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new StoreException(file.where() + " cannot be read as Parquet (" + told + "); get the file again", e);
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!rows.next()) {
                return null;
            }
            line++;
            row.begin(line);
            for (int i = 1; i <= columns; i++) {
                row.add(Objects.requireNonNullElse(rows.getString(i), ""));
            }
            return row;
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }
}
