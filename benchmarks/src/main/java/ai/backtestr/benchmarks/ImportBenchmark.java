package ai.backtestr.benchmarks;

import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.tick.TickPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How many rows a second a CSV file of eight million quotes is imported with, from a store that is open to one
/// that is closed again: read, checked, stored, read back and digested, with its segment and bars; beside DuckDB's
/// own bare reading of the same file into a table. One operation is one row; the score is million rows a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class ImportBenchmark {
    private static final int PAGES = 128;
    private static final int ROWS = PAGES * TickPage.DEFAULT_CAPACITY;

    private final QuoteFile quotes = new QuoteFile(PAGES);
    private Path home = quotes.fresh("home");
    private @Nullable TickStore store;

    /// A store that is open and empty: making its tables is not part of an import.
    @Setup(Level.Invocation)
    public void openStore() throws IOException {
        home = Files.createDirectory(quotes.fresh("home"));
        store = TickStore.open(home);
    }

    @TearDown(Level.Invocation)
    public void deleteHome() {
        if (store != null) {
            store.close();
        }
        QuoteFile.delete(home);
    }

    @TearDown
    public void deleteFile() {
        quotes.close();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public ImportReport importIntoStore() {
        try (TickStore open = Objects.requireNonNull(store)) {
            store = null;
            return new TickImporter(open).importFile("EURUSD", quotes.file(), ImportProgress.NONE);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int bareCreateTableAsReadCsv() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + home.resolve("bare.duckdb"));
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("CREATE TABLE quotes AS SELECT * FROM read_csv('" + quotes.file() + "')");
        }
    }
}
