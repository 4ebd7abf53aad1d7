package ai.backtestr.data.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// The open database file and its connections.
///
/// Connections may be asked for by any thread; each is then used by one thread at a time and closed by who asked.
/// The file stays locked against other processes until the last connection is closed.
final class Database implements AutoCloseable {
    private static final Pattern LOCK_HOLDER = Pattern.compile("\\(PID (\\d+)\\)");

    private static final long MOST_MEMORY_BYTES = 1L << 30;

    private final Path file;
    private final DuckDBConnection root;

    private Database(Path file, DuckDBConnection root) {
        this.file = file;
        this.root = root;
    }

    static Database open(Path home) {
        makeHome(home);
        Path file = home.resolve(TickStore.FILE_NAME);
        try {
            return new Database(
                    file, (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings(home)));
        } catch (SQLException e) {
            throw openFailure(file, e);
        }
    }

    private static void makeHome(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new StoreException(
                    home + ": the folder cannot be made (" + reason(e) + "); choose another home folder", e);
        }
        if (!Files.isWritable(home)) {
            throw new StoreException(home + ": the folder is not writable; choose another home folder");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    private static Properties settings(Path home) {
        Properties settings = new Properties();
        settings.setProperty("temp_directory", temporary(home).toString());
        settings.setProperty("memory_limit", memoryBytes() + "B");
        // The store works without a network: a query must not fetch an extension behind the user's back.
        settings.setProperty("autoinstall_known_extensions", "false");
        // Of a new file; the usual 256 KB leave much of a small table's blocks empty.
        settings.setProperty("default_block_size", "65536");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return settings;
    }

    /// The rest is for the Java heap, the pages and everybody else on the machine; what is larger is sorted on
    /// disk.
    private static long memoryBytes() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.min(machine / 4, MOST_MEMORY_BYTES);
    }

    private static StoreException openFailure(Path file, SQLException e) {
        String message = SqlErrors.oneLine(e);
        Matcher holder = LOCK_HOLDER.matcher(message);
        if (holder.find()) {
            return new StoreException(
                    file + " is in use by another BackTestr (process " + holder.group(1) + "); close it first", e);
        }
        if (message.contains("not a valid DuckDB database")) {
            return new StoreException(
                    file + " is not a DuckDB database; move it away or choose another home folder", e);
        }
        return new StoreException(file + " cannot be opened: " + message, e);
    }

    Path file() {
        return file;
    }

    /// Returns the folder for temporary files, which need not exist.
    Path temporary() {
        return temporary(file.resolveSibling(""));
    }

    /// Deletes what an earlier process left in that folder when it was killed.
    ///
    /// @throws StoreException if it cannot be deleted
    void clearTemporary() {
        Path folder = temporary();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(left);
            }
        } catch (IOException e) {
            throw new StoreException(
                    folder + ": what is left there cannot be deleted (" + reason(e) + "); delete the folder", e);
        }
    }

    private static Path temporary(Path home) {
        return home.resolve("temp");
    }

    /// Returns how much of the disk the database takes, its log included.
    long sizeBytes() {
        return sizeBytes(file) + sizeBytes(Path.of(file + ".wal"));
    }

    private static long sizeBytes(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new StoreException(path + " cannot be looked at (" + reason(e) + ")", e);
        }
    }

    /// Opens a further connection; its clock shows UTC, whatever the machine's zone.
    DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection = root.duplicate();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
        return connection;
    }

    /// Has the database take no more memory than that; 0 for what fits the machine.
    void limitMemory(long bytes) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute("SET memory_limit = '" + (bytes == 0 ? memoryBytes() : bytes) + "B'");
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new StoreException(file + " did not close cleanly: " + SqlErrors.oneLine(e), e);
        }
    }
}
