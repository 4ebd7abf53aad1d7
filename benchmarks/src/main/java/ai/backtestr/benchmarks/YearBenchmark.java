package ai.backtestr.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.lang.foreign.MemorySegment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long it takes until a year of quotes, 30 million, has been in pages, digested: from warm segments and
/// from the database alone, one after the other and side by side. Beside them the limits: plain writing of the
/// columns, and DuckDB's bare handing out of three columns of as many rows.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
public class YearBenchmark {
    /// All ticks in segments.
    @State(Scope.Benchmark)
    public static class Warm {
        private final YearStore year = new YearStore();
        private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);

        public Warm() {
            year.store().pages(YearStore.SYMBOL, PagesProgress.NONE).close();
        }

        @TearDown
        public void close() {
            page.close();
            year.close();
        }
    }

    /// No segments; the pages are of another size than the engine's, so that none are left behind.
    @State(Scope.Benchmark)
    public static class Cold {
        private final YearStore year = new YearStore();
        private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY / 2);

        public Cold() {
            year.dropSegments();
        }

        @TearDown
        public void close() {
            page.close();
            year.close();
        }
    }

    /// As many rows of three columns in a bare database.
    @State(Scope.Benchmark)
    public static class Bare {
        private final Connection database;

        public Bare() {
            try {
                database = DriverManager.getConnection("jdbc:duckdb:");
                try (Statement statement = database.createStatement()) {
                    statement.execute("CREATE TABLE quotes AS SELECT i * 1000000000 AS time,"
                            + " 138000 + (hash(i) % 100)::BIGINT AS bid, 138003 + (hash(i) % 100)::BIGINT AS ask"
                            + " FROM range(" + YearStore.TICKS + ") r(i)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @TearDown
        public void close() throws SQLException {
            database.close();
        }
    }

    @Benchmark
    public String segmentsInOrder(Warm warm) {
        return read(warm.year.store().ticks(YearStore.SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE), warm.page);
    }

    @Benchmark
    public String segmentsSideBySide(Warm warm) {
        return read(warm.year.store().load(YearStore.SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE), warm.page);
    }

    @Benchmark
    public void plainWriteOfColumns(Warm warm) {
        TickPage page = warm.page;
        for (int at = 0; at < YearStore.TICKS; at += page.capacity()) {
            for (MemorySegment column : List.of(page.time(), page.bid(), page.ask(), page.bidSize(), page.askSize())) {
                for (int i = 0; i < TickPage.DEFAULT_CAPACITY; i++) {
                    column.setAtIndex(JAVA_LONG, i, at + (long) i);
                }
            }
        }
    }

    @Benchmark
    public String databaseInOrder(Cold cold) {
        return read(cold.year.store().ticks(YearStore.SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE), cold.page);
    }

    @Benchmark
    public String databaseSideBySide(Cold cold) {
        return read(cold.year.store().load(YearStore.SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE), cold.page);
    }

    private static String read(TickSource opened, TickPage into) {
        try (TickSource source = opened) {
            while (source.fill(into)) {
                // the page is what is wanted
            }
            return source.dataDigest();
        }
    }

    @Benchmark
    public long bareChunks(Bare bare) throws SQLException {
        long sum = 0;
        try (DuckDBPreparedStatement statement = bare.database
                        .prepareStatement("SELECT time, bid, ask FROM quotes")
                        .unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                for (int column = 0; column < 3; column++) {
                    DuckDBReadableVector vector = chunk.vector(column);
                    for (long row = 0; row < chunk.rowCount(); row++) {
                        sum += vector.getLong(row);
                    }
                }
            }
        }
        return sum;
    }
}
