package ai.backtestr.data.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Brings the tables of a database file to the version this program works with.
///
/// `schema-N.sql` leads from version N-1 to N; an empty file has version 0. Each step is one transaction, so a file
/// is always at exactly one version. Released steps are never edited, only followed by further ones.
final class Schema {
    static final int VERSION = 7;

    private Schema() {}

    /// @throws StoreException if the file was written by a newer program, or by another one
    static void migrate(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = versionOf(statement, file);
            if (version > VERSION) {
                throw new StoreException(file + " was written by a newer BackTestr (schema " + version
                        + ", this one knows up to " + VERSION + "); update BackTestr or choose another home folder");
            }
            for (int next = version + 1; next <= VERSION; next++) {
                step(statement, next);
            }
        }
    }

    private static int versionOf(Statement statement, Path file) throws SQLException {
        if (count(statement, "duckdb_tables() WHERE table_name = 'schema_version'") == 1) {
            try (ResultSet row = statement.executeQuery("SELECT version FROM schema_version")) {
                row.next();
                return row.getInt(1);
            }
        }
        if (count(statement, "duckdb_tables()") > 0) {
            throw new StoreException(file + " is a database of another program; choose another home folder");
        }
        return 0;
    }

    private static long count(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + what)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void step(Statement statement, int version) throws SQLException {
        statement.execute("BEGIN");
        try {
            statement.execute(script(version));
            statement.execute("CREATE OR REPLACE TABLE schema_version AS SELECT " + version + " AS version");
            statement.execute("COMMIT");
        } catch (SQLException e) {
            statement.execute("ROLLBACK");
            throw e;
        }
    }

    private static String script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + name + " cannot be read", e);
        }
    }
}
