package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
        if (random.nextInt(3) == 0) {
            return inserted(bytes, random);
        }
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /// Up to eight bytes more, anything at all, in one place.
    private static byte[] inserted(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] more = new byte[1 + random.nextInt(8)];
        random.nextBytes(more);
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    /// Imports damaged copies of a file.
    ///
    /// @param name the name, perhaps with folders, that the file needs
    /// @param checksRows whether a row that is not touched must stay the tick it was
    private void damage(String symbol, String name, byte[] content, boolean checksRows) throws IOException {
        long seed = System.nanoTime();
        System.out.println("DamagedFilesTest " + name + " seed " + seed);
        Random random = new Random(seed);
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        load(symbol + ".whole", file);
        List<String> whole = values(symbol + ".whole");
        Set<String> ticks = new HashSet<>(whole);
        for (int i = 0; i < CASES; i++) {
            String damagedSymbol = symbol + "." + i;
            Files.write(file, damaged(content, random));
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> loadOrFail(damagedSymbol, file), "seed " + seed + " case " + i);
            if (checksRows && store.instrument(damagedSymbol).isPresent()) {
                List<String> found = values(damagedSymbol);
                List<String> kept = found.stream().filter(ticks::contains).toList();
                int strange = found.size() - kept.size();
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
    void shouldSurviveDamagedTrueFxAndDukascopyText() throws IOException {
        StringBuilder truefx = new StringBuilder();
        StringBuilder dukascopy = new StringBuilder("Gmt time,Ask,Bid,AskVolume,BidVolume\n");
        for (int i = 0; i < ROWS; i++) {
            truefx.append("EUR/USD,20120102 22:%02d:%02d.123,1.29%03d,1.29%03d%n"
                    .formatted(i / 60, i % 60, 100 + i * 7 % 800, 110 + i * 7 % 800));
            dukascopy.append("02.01.2012 22:%02d:%02d.123,1.29%03d,1.29%03d,1.5,0.75%n"
                    .formatted(i / 60, i % 60, 110 + i * 7 % 800, 100 + i * 7 % 800));
        }
        damage("G", "t/f.csv", truefx.toString().getBytes(StandardCharsets.UTF_8), true);
        damage("H", "u/f.csv", dukascopy.toString().getBytes(StandardCharsets.UTF_8), false);
    }

    @Test
    void shouldSurviveDamagedBinanceAggTrades() throws IOException {
        StringBuilder trades = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            trades.append("%d,6%04d.12,0.%03d00000,%d,%d,%d,%s,True%n"
                    .formatted(
                            i,
                            1000 + i * 13 % 900,
                            1 + i % 99,
                            2 * i,
                            2 * i + 1,
                            1723161254000L + 37L * i,
                            i % 3 == 0 ? "True" : "False"));
        }
        damage("I", "v/f.csv", trades.toString().getBytes(StandardCharsets.UTF_8), true);
    }

    @Test
    void shouldSurviveDamagedBitstampWithAHeader() throws IOException {
        damage(
                "J",
                "w/f.csv",
                head(SharedFile.of("crypto_bitstamp/bitstamp_trades_from_20131125_usd.csv.gz"), ROWS),
                false);
    }

    @Test
    void shouldSurviveDamagedBinanceStreams() throws IOException {
        damage("K", "x/f.txt", head(SharedFile.of("crypto_binance_rawfeed/spot_btcusdt_20240808.gz"), ROWS), false);
    }

    /// Content and checksum agree or the import fails, so that no tick at all is another.
    @Test
    void shouldTakeNoWrongTickFromDamagedLeanZips() throws IOException {
        String day = "20140501_quote.zip";
        byte[] whole = Files.readAllBytes(SharedFile.of("metal_lean_oanda_XAUUSD/tick/" + day));
        Path small = files.resolve("cfd/oanda/tick/xauusd/" + day);
        Files.createDirectories(small.getParent());
        Files.write(small, smallZip(whole));
        damage("XAUUSD", "cfd/oanda/tick/xauusd/" + day, Files.readAllBytes(small), true);
    }

    /// The first rows of the first entry, packed again under its name.
    private static byte[] smallZip(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.putNextEntry(
                    new ZipEntry(Objects.requireNonNull(in.getNextEntry()).getName()));
            packed.write(new String(in.readNBytes(ROWS * 60), StandardCharsets.UTF_8)
                    .lines()
                    .limit(ROWS)
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
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
