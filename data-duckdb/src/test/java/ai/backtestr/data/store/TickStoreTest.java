package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.ChildProcess;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickStoreTest {
    private static final String TRADES = """
            time,price,size,side
            1385337600,800.10,1,buy
            1385337601,800.25,2.5,sell
            1385337601,800.25,2.5,
            1385337603,801,3,buy
            """;

    @TempDir
    Path home;

    @TempDir
    Path files;

    private ImportReport load(TickStore store, String symbol, String content) throws IOException {
        Path file = Files.writeString(files.resolve(symbol + ".csv"), content);
        return new TickImporter(store).importFile(symbol, file, ImportProgress.NONE);
    }

    @Test
    void shouldKeepEverythingAcrossReopening() throws IOException {
        List<String> before;
        try (TickStore store = TickStore.open(home.resolve("new/folder"))) {
            load(store, "BTCUSD", TRADES);
            before = Ticks.all(store, "BTCUSD");
            assertThat(store.symbols().getFirst().bytesOnDisk()).isPositive();
        }
        try (TickStore store = TickStore.open(home.resolve("new/folder"))) {
            assertThat(Ticks.all(store, "BTCUSD")).isEqualTo(before).hasSize(4);
            assertThat(store.file()).isRegularFile();
            assertThat(store.symbols()).singleElement().satisfies(symbol -> {
                assertThat(symbol.instrument())
                        .isEqualTo(store.instrument("BTCUSD").orElseThrow());
                assertThat(symbol.firstNs()).isEqualTo(1385337600_000_000_000L);
                assertThat(symbol.lastNs()).isEqualTo(1385337603_000_000_000L);
                assertThat(symbol.ticks()).isEqualTo(4);
                assertThat(symbol.bytesOnDisk()).isPositive();
            });
        }
    }

    @Test
    void shouldTakeTheStartAndLeaveTheEndOut() throws IOException {
        try (TickStore store = TickStore.open(home)) {
            load(store, "BTCUSD", TRADES);

            assertThat(Ticks.between(store, "BTCUSD", 1385337601_000_000_000L, 1385337603_000_000_000L))
                    .containsExactly("1385337601000000000 800.25 2.5 sell", "1385337601000000000 800.25 2.5");
            assertThat(Ticks.between(store, "BTCUSD", 1385337604_000_000_000L, Long.MAX_VALUE))
                    .isEmpty();
        }
    }

    @Test
    void shouldCountBeforeAndDigestAfterReading() throws IOException {
        try (TickStore store = TickStore.open(home)) {
            load(store, "BTCUSD", TRADES);
            try (TickSource source = store.ticks("BTCUSD", 1385337601_000_000_000L, Long.MAX_VALUE);
                    TickPage page = new TickPage(2)) {
                assertThat(source.tickCount()).isEqualTo(3);
                assertThat(source.hasTrades()).isTrue();
                assertThatThrownBy(source::dataDigest).isInstanceOf(IllegalStateException.class);
                assertThat(source.fill(page)).isTrue();
                assertThat(source.fill(page)).isTrue();
                assertThat(source.dataDigest()).hasSize(32);
                assertThat(source.fill(page)).isFalse();
                assertThat(source.fill(page)).isFalse();
            }
        }
    }

    @Test
    void shouldDigestTheTicksAndTheirScales() throws IOException {
        TickDigest expected = new TickDigest();
        try (TickPage page = new TickPage(1)) {
            page.appendTrade(1385337600_000_000_000L, 80_025, 25, TickFlags.AGGRESSOR_SELL);
            expected.add(page, 0, 1);
        }
        try (TickStore store = TickStore.open(home)) {
            ImportReport report = load(store, "BTCUSD", "time,price,size,side\n1385337600,800.25,2.5,sell\n");

            assertThat(report.stored().dataDigest()).isEqualTo(expected.text(2, 1));
            assertThat(Ticks.digest(store, "BTCUSD")).isEqualTo(expected.text(2, 1));
        }
    }

    @Test
    void shouldNameSimilarSymbolsWhereOneIsUnknown() throws IOException {
        try (TickStore store = TickStore.open(home)) {
            assertThatThrownBy(() -> store.ticks("BTCUSD", 0, 1))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("no ticks of 'BTCUSD' are stored; the store is empty, import a file first");
            load(store, "EURUSD", TRADES);
            load(store, "BTCUSD", TRADES);

            assertThatThrownBy(() -> store.ticks("btcusdt", 0, 1))
                    .hasMessage("no ticks of 'btcusdt' are stored; did you mean BTCUSD, EURUSD? 'backtestr symbols'"
                            + " lists all");
        }
    }

    @Test
    void shouldShowTicksAsExactDecimalsInUtc() throws IOException {
        try (TickStore store = TickStore.open(home)) {
            load(store, "BTCUSD", TRADES);
            String last = "SELECT time, price, size, aggressor FROM ticks ORDER BY time DESC LIMIT 1; ";

            try (QueryResult result = store.query(last)) {
                assertThat(result.columns())
                        .containsExactly(
                                new QueryResult.Column("time", "TIMESTAMP_NS"),
                                new QueryResult.Column("price", "DECIMAL(32,12)"),
                                new QueryResult.Column("size", "DECIMAL(32,12)"),
                                new QueryResult.Column("aggressor", "VARCHAR"));
            }
            assertThat(Ticks.query(store, last))
                    .containsExactly("2013-11-25 00:00:03 801.000000000000 3.000000000000 buy");
            assertThat(Ticks.query(store, "SELECT symbol, price_scale FROM instruments"))
                    .containsExactly("BTCUSD 2");
            assertThat(Ticks.query(store, "SELECT TIMESTAMPTZ '2020-01-01 00:00:00+00', NULL"))
                    .containsExactly("2020-01-01 00:00:00+00 null");
        }
    }

    @Test
    void shouldKeepTheOrderAndTheDoubledNamesOfAQuery() {
        try (TickStore store = TickStore.open(home)) {
            assertThat(Ticks.query(store, "SELECT i, -i AS i FROM range(3) t(i) ORDER BY 1 DESC"))
                    .containsExactly("2 -2", "1 -1", "0 0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE tick",
                "DELETE FROM tick",
                "SELECT 1; DROP TABLE tick",
                "COMMIT; DROP TABLE tick; SELECT 1",
                "SELECT 1'); DROP TABLE tick; --",
                "COPY tick TO 'tick.csv'",
                "ATTACH 'other.duckdb'",
                "SET memory_limit = '1MB'",
                "CHECKPOINT",
                ""
            })
    void shouldNotLetAQueryChangeTheStore(String sql) throws IOException {
        try (TickStore store = TickStore.open(home)) {
            load(store, "BTCUSD", TRADES);

            assertThatThrownBy(() -> store.query(sql)).isInstanceOf(StoreException.class);
            assertThat(Ticks.all(store, "BTCUSD")).hasSize(4);
        }
    }

    @Test
    void shouldSayWhatIsWrongWithAQueryInOneLine() {
        try (TickStore store = TickStore.open(home)) {
            assertThatThrownBy(() -> store.query("SELECT nope FROM tick"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Binder Error: Referenced column \"nope\" not found")
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() -> store.query("DELETE FROM tick"))
                    .hasMessageStartingWith("only one SELECT (or DESCRIBE");
        }
    }

    @Test
    void shouldNotTakeAFailingQueryForAnEndedOne() {
        try (TickStore store = TickStore.open(home)) {
            String sql = "SELECT (CASE WHEN i = 90000 THEN 'x' ELSE '1' END)::INT FROM range(100000) t(i)";

            assertThatThrownBy(() -> Ticks.query(store, sql))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Conversion Error: Could not convert string 'x' to INT32");
        }
    }

    @Test
    void shouldReadOnWhileAnotherImportRuns() throws IOException {
        try (TickStore store = TickStore.open(home)) {
            load(store, "BTCUSD", TRADES);
            try (TickSource source = store.ticks("BTCUSD", Long.MIN_VALUE, Long.MAX_VALUE);
                    TickPage page = new TickPage(1)) {
                assertThat(source.fill(page)).isTrue();
                load(store, "EURUSD", TRADES);
                assertThat(Ticks.all(store, "EURUSD")).hasSize(4);
                assertThat(source.fill(page)).isTrue();
            }
        }
    }

    @Test
    void shouldRefuseHomeThatCannotBeMade() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> TickStore.open(file.resolve("below")))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("the folder cannot be made", "choose another home folder");
        assertThatThrownBy(() -> TickStore.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the folder cannot be made");
    }

    @Test
    void shouldRefuseFileThatIsNoDatabase() throws IOException {
        Files.writeString(home.resolve(TickStore.FILE_NAME), "time,price,size\n".repeat(1_000));

        assertThatThrownBy(() -> TickStore.open(home))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a DuckDB database");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + home.resolve(TickStore.FILE_NAME));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void shouldRefuseDatabaseOfAnotherProgram() throws SQLException {
        sql("CREATE TABLE other (a INTEGER)");

        assertThatThrownBy(() -> TickStore.open(home))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a database of another program");
    }

    @Test
    void shouldRefuseNewerSchema() throws SQLException {
        TickStore.open(home).close();
        sql("UPDATE schema_version SET version = 99");

        assertThatThrownBy(() -> TickStore.open(home))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "was written by a newer BackTestr (schema 99, this one knows up to " + Schema.VERSION + ")");
    }

    @Test
    void shouldDeleteWhatAKilledProcessLeft() throws IOException {
        Files.createDirectories(home.resolve("segments/mine"));
        Files.createDirectories(home.resolve("temp"));
        Files.writeString(home.resolve("segments/part-9.segment1.tmp"), "left");
        Files.writeString(home.resolve("temp/duckdb_temp_storage_DEFAULT-0.tmp"), "left");

        TickStore.open(home).close();

        assertThat(home.resolve("segments"))
                .isDirectoryContaining("glob:**mine")
                .isDirectoryNotContaining("glob:**.tmp");
        assertThat(home.resolve("temp")).isEmptyDirectory();
    }

    @Test
    void shouldBringAFileOfTheFirstSchemaUpToDate() throws SQLException, IOException {
        sql(
                resource("schema-1.sql"),
                "CREATE TABLE schema_version AS SELECT 1 AS version",
                "INSERT INTO instrument VALUES ('BTCUSD', 2, 1, 'USD', '24x7', 0.01, 0.1)",
                "INSERT INTO import VALUES (7, 'BTCUSD', ['old.csv'], 'trades', 'abc', 3, 2, 1, 0, 0, 10, 20, now(), 'd')",
                "INSERT INTO rejection VALUES (7, 3, 'time is empty')",
                "INSERT INTO tick VALUES (7, 10, 80000, NULL, 10, NULL, 1), (7, 20, 80100, NULL, 10, NULL, 3)");

        try (TickStore store = TickStore.open(home)) {
            StoredImport old = store.imports("BTCUSD").getFirst();
            assertThat(Ticks.all(store, "BTCUSD")).containsExactly("10 800.00 1.0", "20 801.00 1.0 buy");
            assertThat(Ticks.query(store, "SELECT epoch_ns(time) FROM ticks ORDER BY 1"))
                    .containsExactly("10", "20");
            assertThat(Ticks.query(store, "SELECT open::INT, close::INT, ticks FROM bars_1m"))
                    .containsExactly("800 801 2");
            assertThat(Ticks.query(store, "SELECT day, high::INT, low::INT FROM daily_ohlcv"))
                    .containsExactly("1970-01-01 801 800");
            assertThat(store.findImport("BTCUSD", "abc")).contains(old);
            assertThat(store.quality(old)).isEmpty();
            assertThat(store.rejections(old)).containsExactly(new Rejection("old.csv", 3, "time is empty"));
            load(store, "BTCUSD", TRADES);
            assertThat(store.symbols().getFirst().ticks()).isEqualTo(6);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TickStore.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldRefuseDatabaseInUseByAnotherProcess() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), TRADES);
        try (ChildProcess child = ChildProcess.holdingStore(home, file)) {
            assertThatThrownBy(() -> TickStore.open(home))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(home.resolve(TickStore.FILE_NAME) + " is in use by another BackTestr (process "
                            + child.pid() + "); close it first");
        }
        try (TickStore store = TickStore.open(home)) {
            assertThat(Ticks.all(store, "BTCUSD")).hasSize(4);
        }
    }
}
