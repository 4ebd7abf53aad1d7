package ai.backtestr.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// All rows of a query, however many, in a file of their own, so that those of any place can be read at once. They
/// are a table in SQL, [#table], with columns `c1`, `c2` and so on, whose `rowid` counts them from 0 in the order of
/// the query.
///
/// Any thread, several at once. Whoever had them kept closes them, which deletes the file; one that a killed process
/// has left is deleted when the store is opened the next time.
public final class KeptRows implements AutoCloseable {
    private static final String TABLE = "found";

    private final Database database;
    private final String name;
    private final Path file;
    private volatile long count;
    private volatile boolean closed;

    private KeptRows(Database database, String name) {
        this.database = database;
        this.name = name;
        file = database.temporary().resolve(name + ".duckdb");
    }

    /// Computes the rows of a SELECT and keeps them; of what fails or is cancelled nothing stays.
    ///
    /// @param name of the file and in SQL, which nothing else has
    static KeptRows of(Database database, LongStatement statement, String select, String name) throws SQLException {
        KeptRows kept = new KeptRows(database, name);
        boolean isKept = false;
        try {
            Files.createDirectories(database.temporary());
            statement.execute(
                    "ATTACH '" + kept.file.toString().replace("'", "''") + "' AS " + name + " (BLOCK_SIZE 262144)");
            kept.count = statement.execute(
                    "CREATE TABLE " + kept.table() + " AS " + select + " AS found(" + names(database, select) + ")");
            isKept = true;
            return kept;
        } catch (IOException e) {
            throw new StoreException(database.temporary() + " cannot be made: " + e.getMessage(), e);
        } finally {
            if (!isKept) {
                kept.close();
            }
        }
    }

    /// Names of its own for all columns: those of the query may be there twice, or be `rowid`.
    private static String names(Database database, String select) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(select + " LIMIT 0")) {
            return IntStream.rangeClosed(1, none.getMetaData().getColumnCount())
                    .mapToObj(column -> "c" + column)
                    .collect(Collectors.joining(", "));
        }
    }

    /// Returns how a SELECT names them.
    public String table() {
        return name + "." + TABLE;
    }

    /// Returns how many they are.
    public long count() {
        return count;
    }

    /// Runs a SELECT that may name [#table]. The caller closes the result.
    ///
    /// @param onBegin takes what stops it; it can be called from any thread
    /// @throws CancellationException if the rows are closed by now
    public QueryResult query(String sql, Consumer<Runnable> onBegin) {
        try {
            return QueryResult.of(database.connect(), sql, onBegin);
        } catch (SQLException e) {
            if (closed) {
                throw new CancellationException("the rows are kept no longer");
            }
            throw StoreException.ofSql(e);
        }
    }

    /// Deletes them; who is reading reads to the end.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DETACH DATABASE IF EXISTS " + name);
            Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(file + ".wal"));
        } catch (SQLException e) {
            throw StoreException.ofSql(e);
        } catch (IOException e) {
            throw new StoreException(
                    file + " cannot be deleted (" + e.getMessage() + "); it is not needed any more", e);
        }
    }
}
