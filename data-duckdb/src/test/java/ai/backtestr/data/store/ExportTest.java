package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickFormat;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.synthetic.GenerationProgress;
import ai.backtestr.data.synthetic.TickGenerator;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.synthetic.SyntheticMarket;
import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is exported and imported again is the same, digit for digit.
class ExportTest {
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".csv.zst", ".parquet");

    @TempDir
    Path home;

    @TempDir
    Path files;

    private TickStore store;

    @BeforeEach
    void open() {
        store = TickStore.open(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void load(String symbol, ImportOptions options, Path... paths) {
        new TickImporter(store).importFiles(symbol, List.of(paths), options, ImportProgress.NONE);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }

    private Path export(String symbol, long fromNs, long toNs, String ending) {
        Path path = files.resolve(symbol + ".out" + ending);
        Instrument instrument = store.instrument(symbol).orElseThrow();
        try (FileExport export = store.exporter().ticks(instrument, fromNs, toNs, file(path))) {
            assertThat(export.run())
                    .isEqualTo(Ticks.between(store, symbol, fromNs, toNs).size());
        }
        return path;
    }

    private static ExportFile file(Path path) {
        return new ExportFile(path, ExportFormat.of(path), path);
    }

    /// Exports all ticks in every form and imports them under other symbols.
    private void assertReturns(String symbol) {
        for (String ending : ENDINGS) {
            String copy = symbol + ending;
            load(copy, ImportOptions.DEFAULT, export(symbol, Long.MIN_VALUE, Long.MAX_VALUE, ending));
            assertThat(Ticks.digest(store, copy)).as(copy).isEqualTo(Ticks.digest(store, symbol));
            assertThat(store.imports(copy).getFirst().tally().rejected()).isZero();
        }
    }

    @Test
    void shouldReturnQuotesWithTimesOfHundredNanoseconds() {
        load("XAUUSD", ImportOptions.DEFAULT, SharedFile.of("metal_lean_oanda_XAUUSD/tick/20140501_quote.zip"));
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks WHERE epoch_ns(time) % 1000 <> 0"))
                .isNotEqualTo(List.of("0"));

        assertReturns("XAUUSD");
    }

    @Test
    void shouldReturnCrossedQuotesWithSizes() throws IOException {
        load("EURUSD", ImportOptions.DEFAULT, write("q.csv", """
                time,bid,ask,bid_size,ask_size
                2014-05-01T00:00:00.000000001Z,1.10001,1.10002,1.5,2
                2014-05-01T00:00:00.000000001Z,1.10003,1.10002,0,1000000.25
                2014-05-01T00:00:00.999999999Z,0.00001,123456789.12345,1,1
                """));

        assertReturns("EURUSD");
        assertThat(Files.readString(files.resolve("EURUSD.out.csv"))).isEqualTo("""
                time,bid,ask,bid_size,ask_size
                2014-05-01 00:00:00.000000001,1.10001,1.10002,1.50,2.00
                2014-05-01 00:00:00.000000001,1.10003,1.10002,0.00,1000000.25
                2014-05-01 00:00:00.999999999,0.00001,123456789.12345,1.00,1.00
                """);
    }

    @Test
    void shouldReturnTradesWithTheirAggressors() {
        load(
                "BTCJPY",
                ImportOptions.DEFAULT,
                SharedFile.of("crypto_bitflyer_BTCJPY/raw/bitflyer.execution.20180121.BTC_JPY.csv.gz"));
        assertThat(Ticks.query(store, "SELECT DISTINCT aggressor FROM ticks ORDER BY ALL"))
                .contains("buy", "sell");

        assertReturns("BTCJPY");
    }

    @Test
    void shouldReturnQuotesAndTradesInTheirOrder() throws IOException {
        load("MIX", ImportOptions.DEFAULT.withFormat(TickFormat.named("mt5")), write("mt5.csv", """
                <DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>
                2020.01.02\t00:00:00.217\t1.12000\t1.12020\t\t\t6
                2020.01.02\t00:00:01.317\t1.12001\t\t1.12\t3\t34
                2020.01.02\t00:00:01.317\t\t\t1.13\t0\t88
                2020.01.02\t00:00:02.000\t1.12\t1.11\t\t\t6
                """));
        assertThat(Ticks.query(store, "SELECT kind, count(*) FROM ticks GROUP BY ALL ORDER BY ALL"))
                .containsExactly("quote 3", "trade 2");

        assertReturns("MIX");
    }

    @Test
    void shouldReturnTicksOfManyPartsInTheirOrder() {
        // One part an import; fitted in between, so that numbers of parts and times are in different orders.
        TickGenerator generator = new TickGenerator(store);
        for (String start : List.of("2014-03-03", "2014-01-06", "2014-02-03")) {
            generator.generate(
                    "EURUSD",
                    SyntheticMarket.ofTicks(3, Times.parse(start), 20_000, 100_000, 110_000, 8),
                    GenerationProgress.NONE);
        }

        assertReturns("SYN.EURUSD");
    }

    @Test
    void shouldWriteOnlyTheTicksAskedFor() throws IOException {
        load("BTCUSD", ImportOptions.DEFAULT, write("t.csv", """
                time,price,size
                1385337600,800.5,1
                1385337601,801,2
                1385337602,802,3
                """));

        Path path = export("BTCUSD", 1385337601000000000L, 1385337602000000000L, ".csv");

        assertThat(Files.readString(path)).isEqualTo("time,price,size,side\n2013-11-25 00:00:01,801.0,2,\n");
    }

    @Test
    void shouldWriteResultsOfQueriesAndRefuseOtherStatements() throws IOException {
        Path path = files.resolve("q.csv");
        try (FileExport export = store.exporter().query("SELECT 0.1 AS \"a'b\", 'x;y' AS c;", file(path))) {
            assertThat(export.run()).isEqualTo(1);
        }
        assertThat(Files.readString(path)).isEqualTo("a'b,c\n0.1,x;y\n");

        for (String wrong : List.of("DROP TABLE tick", "SELECT 1; DROP TABLE tick", "SELECT nonsense", "1) TO 'x'")) {
            assertThatThrownBy(() -> {
                        try (FileExport export = store.exporter().query(wrong, file(path))) {
                            export.run();
                        }
                    })
                    .as(wrong)
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("\n");
        }
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("0");
    }

    @Test
    void shouldSayWhichFileCannotBeWritten() throws IOException {
        Path shown = files.resolve("shown.csv");
        Path inFile = write("file", "").resolve("partial.csv");

        try (FileExport export =
                store.exporter().query("SELECT 1 AS one", new ExportFile(inFile, ExportFormat.CSV, shown))) {
            assertThatThrownBy(export::run)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(shown + " cannot be written (")
                    .hasMessageNotContaining("partial")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void shouldEndWhenCancelledBeforeAndWhileItRuns() throws InterruptedException {
        String endless = "SELECT count(*) AS n FROM range(100000000) a, range(100000000) b WHERE a.range + b.range < 0";
        ExportFile target = file(files.resolve("never.parquet"));
        try (FileExport export = store.exporter().query("SELECT 1 AS one", target)) {
            export.cancel();
            assertThatThrownBy(export::run).isInstanceOf(CancellationException.class);
        }
        try (FileExport export = store.exporter().query(endless, target)) {
            Thread canceller = Thread.ofPlatform().start(() -> cancelLater(export));
            assertThatThrownBy(export::run).isInstanceOf(CancellationException.class);
            canceller.join();
        }
    }

    private static void cancelLater(FileExport export) {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(export.share()).isLessThan(1);
        export.cancel();
    }
}
