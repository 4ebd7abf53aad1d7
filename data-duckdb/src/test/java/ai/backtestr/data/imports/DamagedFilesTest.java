package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Small recorded files with bytes cut off or changed: an import fails in one line, or counts what it rejects.
/// Nothing else is thrown, nothing hangs, and a row that was not touched stays the tick it was.
class DamagedFilesTest extends ImportTest {
    private static final int CASES = 40;
    private static final int ROWS = 200;

    private static byte[] head(Path file, int lines) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            String text = new String(in.readNBytes(ROWS * 400), StandardCharsets.UTF_8);
            return text.lines()
                    .limit(lines)
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        if (random.nextInt(3) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /// Imports damaged copies of a file.
    ///
    /// @param name the name, perhaps with folders, that the file needs
    /// @param checksRows whether a row that is not touched must stay the tick it was
    private void damage(String symbol, String name, byte[] whole, boolean checksRows) throws IOException {
        long seed = System.nanoTime();
        System.out.println("DamagedFilesTest " + name + " seed " + seed);
        Random random = new Random(seed);
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, whole);
        load(symbol + ".whole", file);
        Set<String> ticks = new HashSet<>(values(symbol + ".whole"));
        for (int i = 0; i < CASES; i++) {
            String damagedSymbol = symbol + "." + i;
            Files.write(file, damaged(whole, random));
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> loadOrFail(damagedSymbol, file), "seed " + seed + " case " + i);
            if (checksRows && store.instrument(damagedSymbol).isPresent()) {
                long strange = values(damagedSymbol).stream()
                        .filter(tick -> !ticks.contains(tick))
                        .count();
                // Eight changed bytes touch at most eight rows, and can run two together or split one.
                assertThat(strange).as("seed %d case %d", seed, i).isLessThanOrEqualTo(16);
            }
        }
    }

    private void loadOrFail(String symbol, Path file) {
        try {
            ImportReport report = load(symbol, file);
            assertThat(report.stored().tally().rowsRead())
                    .isEqualTo(report.stored().tally().accepted()
                            + report.stored().tally().rejected());
        } catch (StoreException e) {
            assertThat(e.getMessage()).doesNotContain("\n").contains(String.valueOf(file.getFileName()));
        }
    }

    /// The ticks without trailing zeros, as a damaged row can widen the scale.
    private List<String> values(String symbol) {
        return Ticks.query(
                store,
                "SELECT concat_ws(' ', epoch_ns(time), bid, ask, price, bid_size, ask_size, size, aggressor) FROM ticks"
                        + " WHERE symbol = '" + symbol + "'");
    }

    @Test
    void shouldSurviveDamagedDelimitedText() throws IOException {
        damage("A", "a/f.csv", head(SharedFile.of("crypto_bitstamp/bitcoincharts_bitstampUSD.csv"), ROWS), false);
        damage("B", "b/f.csv", head(SharedFile.of("fx_truefx/usdjpy-ticks.csv"), ROWS), false);
        damage(
                "C",
                "c/f.csv",
                head(SharedFile.of("crypto_bitflyer_BTCJPY/raw/bitflyer.execution.20180121.BTC_JPY.csv.gz"), ROWS),
                false);
    }

    @Test
    void shouldSurviveDamagedFilesOfProviders() throws IOException {
        damage(
                "D",
                "d/f.csv",
                head(SharedFile.of("fx_histdata_ascii/DAT_ASCII_EURUSD_T_202001_first9500.csv"), ROWS),
                true);
        damage(
                "E",
                "e/f.csv",
                head(SharedFile.of("crypto_tardis_csv/binance-futures_trades_BTCUSDT_2020-02-22.csv"), ROWS),
                false);
        String mt5 = "<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>\n"
                + "2020.01.02\t00:00:00.217\t1.12000\t1.12020\t\t\t6\n2020.01.02\t00:00:01.317\t1.12001\t\t\t\t2\n"
                        .repeat(50);
        damage("F", "f/f.csv", mt5.getBytes(StandardCharsets.UTF_8), false);
    }

    @Test
    void shouldSurviveDamagedZips() throws IOException {
        Path zip = SharedFile.of("crypto_binance_csv_converted/BTCUSDT-trades-2024-08-08.zip");
        damage("BTCUSDT", "g/f.zip", Files.readAllBytes(zip), true);
    }

    @Test
    void shouldSurviveDamagedDukascopyHours() throws IOException {
        Path hour = SharedFile.of("fx_dukascopy_bi5/GBPJPY/2012/11/14/20h_ticks.bi5");
        damage("X", "GBPJPY/2012/11/14/20h_ticks.bi5", Files.readAllBytes(hour), false);
    }

    @Test
    void shouldSurviveDamagedParquet() throws IOException, SQLException {
        Path source = SharedFile.of("futures_parquet_GBP/gbpusd_16june_trades_0503.parquet");
        Path small = files.resolve("small.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (FROM '" + source + "' LIMIT 500) TO '" + small + "' (FORMAT parquet)");
        }
        damage("P", "p/f.parquet", Files.readAllBytes(small), false);
    }
}
