package ai.backtestr.benchmarks;

import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How many ticks a second come out of DuckDB into pages, in order and digested, beside the bare reading of three
/// columns of the same rows in DuckDB's chunks. One operation is one tick; the score is million ticks a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class StoreReadBenchmark {
    private final QuoteFile quotes = new QuoteFile();
    private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
    // Pages of another size than the engine's leave no segments behind.
    private final TickPage smallPage = new TickPage(TickPage.DEFAULT_CAPACITY / 2);
    private final TickStore warm;
    private final TickStore cold;
    private final Connection bare;

    public StoreReadBenchmark() {
        try {
            warm = imported(Files.createDirectory(quotes.fresh("warm")));
            Path withoutSegments = Files.createDirectory(quotes.fresh("cold"));
            cold = imported(withoutSegments);
            QuoteFile.delete(withoutSegments.resolve("segments"));
            bare = DriverManager.getConnection("jdbc:duckdb:" + quotes.fresh("bare.duckdb"));
            try (Statement statement = bare.createStatement()) {
                statement.execute("CREATE TABLE quotes AS SELECT time, (bid * 100000)::BIGINT AS bid,"
                        + " (ask * 100000)::BIGINT AS ask FROM read_csv('" + quotes.file() + "')");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TickStore imported(Path home) {
        TickStore store = TickStore.open(home);
        new TickImporter(store).importFile("EURUSD", quotes.file(), ImportProgress.NONE);
        return store;
    }

    @TearDown
    public void close() throws SQLException {
        page.close();
        smallPage.close();
        warm.close();
        cold.close();
        bare.close();
        quotes.close();
    }

    @Benchmark
    @OperationsPerInvocation(QuoteFile.ROWS)
    public String warmSegmentsToPages() {
        return read(warm, page);
    }

    @Benchmark
    @OperationsPerInvocation(QuoteFile.ROWS)
    public String databaseToPages() {
        return read(cold, smallPage);
    }

    private static String read(TickStore from, TickPage into) {
        try (TickSource source = from.ticks("EURUSD", Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (source.fill(into)) {
                // the page is what is wanted
            }
            return source.dataDigest();
        }
    }

    @Benchmark
    @OperationsPerInvocation(QuoteFile.ROWS)
    public long bareChunks() throws SQLException {
        long sum = 0;
        try (DuckDBPreparedStatement statement = bare.prepareStatement("SELECT time, bid, ask FROM quotes")
                        .unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                sum += sum(result.chunk());
            }
        }
        return sum;
    }

    private static long sum(DuckDBDataChunkReader chunk) {
        long sum = 0;
        for (int column = 0; column < 3; column++) {
            var vector = chunk.vector(column);
            for (long row = 0; row < chunk.rowCount(); row++) {
                sum += vector.getLong(row);
            }
        }
        return sum;
    }
}
