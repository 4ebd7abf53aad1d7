package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.tick.TickSource;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMAInputStream;

/// Recorded files of the providers' own formats: every tick is read, and reads back as an independent reading of
/// the file has it.
class RecordedFormatsTest extends ImportTest {
    private static final ImportOptions FXCM = ImportOptions.DEFAULT.withZone(ZoneOffset.ofHours(-5));

    private void assertAllAccepted(ImportReport report, long rows) {
        assertThat(report.stored().tally().rowsRead()).isEqualTo(rows);
        assertThat(report.stored().tally().accepted()).isEqualTo(rows);
        assertThat(report.rejections()).isEmpty();
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks")).containsExactly(Long.toString(rows));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// The lines of the single entry of a zip file.
    private static List<String> lines(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            assertThat(in.getNextEntry()).isNotNull();
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    private static LocalDate day(Path leanFile) {
        String name = leanFile.getFileName().toString();
        return LocalDate.of(
                Integer.parseInt(name.substring(0, 4)),
                Integer.parseInt(name.substring(4, 6)),
                Integer.parseInt(name.substring(6, 8)));
    }

    @Test
    void shouldReadThirteenDaysOfLeanQuotesAsOneImportAndMakeTheProvidersMinuteBars() throws IOException {
        Path folder = SharedFile.folder("fx_lean_fxcm_EURUSD/tick");
        ImportReport report = load("EURUSD", FXCM, folder);

        assertAllAccepted(report, 1_144_807);
        assertThat(report.stored().origin().files()).hasSize(13);
        assertThat(report.stored().origin().format())
                .isEqualTo("lean, comma-separated quotes without a header, milliseconds since midnight of -05:00");
        assertThat(report.stored().tally().outOfOrder()).isZero();

        List<String> expected = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            long midnight = day(file).atStartOfDay().toEpochSecond(ZoneOffset.ofHours(-5));
            for (String line : lines(file)) {
                String[] cells = line.split(",", -1);
                long ms = midnight * 1000 + Long.parseLong(cells[0]);
                boolean crossed = Double.parseDouble(cells[2]) < Double.parseDouble(cells[1]);
                expected.add(ms + "000000 " + cells[1] + " " + cells[2] + " 0 0" + (crossed ? " crossed" : ""));
            }
        }
        assertThat(Ticks.all(store, "EURUSD").equals(expected)).isTrue();
        assertThat(bars(BarPrice.BID)).hasSize(15_857).isEqualTo(providersBars(1));
        assertThat(bars(BarPrice.ASK)).isEqualTo(providersBars(6));
    }

    /// Minute bars of the stored ticks as `nanoseconds open high low close`, prices counting 10^-5.
    private List<String> bars(BarPrice price) {
        try (TickSource ticks = store.ticks("EURUSD", Long.MIN_VALUE, Long.MAX_VALUE)) {
            BarSeries series = new BarRun(ticks, price, List.of(Timeframe.parse("1m")))
                    .run()
                    .orElseThrow()
                    .getFirst();
            List<String> bars = new ArrayList<>();
            for (int i = 0; i < series.count(); i++) {
                bars.add(series.timeNs(i) + " " + series.open(i) + " " + series.high(i) + " " + series.low(i) + " "
                        + series.close(i));
            }
            return bars;
        }
    }

    private static List<String> providersBars(int column) throws IOException {
        List<String> bars = new ArrayList<>();
        for (Path file : filesIn(SharedFile.folder("fx_lean_fxcm_EURUSD/minute"))) {
            long midnight = day(file).atStartOfDay().toEpochSecond(ZoneOffset.ofHours(-5));
            for (String line : lines(file)) {
                String[] cells = line.split(",", -1);
                StringBuilder bar = new StringBuilder((midnight * 1000 + Long.parseLong(cells[0])) + "000000");
                for (int i = column; i < column + 4; i++) {
                    bar.append(' ').append(Math.round(Double.parseDouble(cells[i]) * 1e5));
                }
                bars.add(bar.toString());
            }
        }
        return bars;
    }

    @Test
    void shouldReadLeanQuotesWithFractionsOfMilliseconds() throws IOException {
        Path folder = SharedFile.folder("metal_lean_oanda_XAUUSD/tick");
        ImportReport report = load("XAUUSD", folder);

        assertAllAccepted(report, 404_648);
        String[] first = lines(filesIn(folder).getFirst()).getFirst().split(",", -1);
        long ns = day(filesIn(folder).getFirst()).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000
                + Math.round(Double.parseDouble(first[0]) * 1e6);
        assertThat(report.stored().firstNs()).isEqualTo(ns);
        assertThat(report.stored().origin().format()).endsWith("milliseconds since midnight of UTC");
    }

    @Test
    void shouldReadTwoWeeksOfDukascopyHourFiles() throws IOException {
        Path folder = SharedFile.folder("fx_dukascopy_bi5");
        ImportReport report = load("GBPJPY", folder);

        assertAllAccepted(report, 608_996);
        assertThat(report.stored().origin().files()).hasSize(336);
        assertThat(report.stored().origin().format())
                .isEqualTo("dukascopy-bi5, quotes, prices count 10^-3, times of UTC");

        List<String> expected = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            if (Files.size(file) > 0) {
                int names = file.getNameCount();
                long hourMs = LocalDate.of(
                                        2012,
                                        12,
                                        Integer.parseInt(file.getName(names - 2).toString()))
                                .atTime(
                                        Integer.parseInt(
                                                file.getFileName().toString().substring(0, 2)),
                                        0)
                                .toEpochSecond(ZoneOffset.UTC)
                        * 1000;
                addBi5(file, hourMs, expected);
            }
        }
        assertThat(Ticks.all(store, "GBPJPY").equals(expected)).isTrue();
    }

    private static void addBi5(Path file, long hourMs, List<String> ticks) throws IOException {
        try (DataInputStream in = new DataInputStream(new LZMAInputStream(Files.newInputStream(file)))) {
            while (true) {
                long ms = hourMs + in.readInt();
                int ask = in.readInt();
                int bid = in.readInt();
                float askVolume = in.readFloat();
                float bidVolume = in.readFloat();
                ticks.add(String.format(
                        Locale.ROOT,
                        "%d000000 %.3f %.3f %.2f %.2f%s",
                        ms,
                        bid / 1000.0,
                        ask / 1000.0,
                        bidVolume,
                        askVolume,
                        ask < bid ? " crossed" : ""));
            }
        } catch (EOFException e) {
            assertThat(e).hasNoSuppressedExceptions();
        }
    }

    @Test
    void shouldReadHistDataInEasternStandardTime() {
        Path file = SharedFile.of("fx_histdata_ascii/DAT_ASCII_EURUSD_T_202001_first9500.csv");
        ImportReport report = load("EURUSD", file);

        assertAllAccepted(report, 9_500);
        assertThat(report.stored().origin().format()).startsWith("histdata").endsWith("times of -05:00");
        assertThat(report.stored().firstNs()).isEqualTo(Ticks.ns("2020-01-01T22:00:00.065Z"));
        assertThat(report.stored().lastNs()).isEqualTo(Ticks.ns("2020-01-02T04:00:52.125Z"));
        assertThat(Ticks.all(store, "EURUSD"))
                .isEqualTo(Ticks.query(
                        store,
                        "SELECT concat_ws(' ', epoch_ms(strptime(column0 || '000', '%Y%m%d %H%M%S%f')) + 18000000 ||"
                                + " '000000', column1::DECIMAL(9, 5), column2::DECIMAL(9, 5), 0, 0,"
                                + " CASE WHEN column2::DECIMAL(9, 5) < column1::DECIMAL(9, 5) THEN 'crossed' END)"
                                + " FROM read_csv('" + file + "', header = false, all_varchar = true,"
                                + " parallel = false)"));
    }

    @Test
    void shouldReadParquetQuotesAndTakeNoiseOutOfDoubles() {
        Path file = SharedFile.of("futures_parquet_GBP/gbpusd_16june_quotes_0503.parquet");
        ImportReport report = load("6BM3", file);

        assertAllAccepted(report, 228_703);
        assertThat(store.instrument("6BM3").orElseThrow().priceScale()).isEqualTo(4);
        assertThat(Ticks.all(store, "6BM3"))
                .isEqualTo(Ticks.query(
                        store,
                        "SELECT concat_ws(' ', epoch_ns(transact_time), bid_price_0::DECIMAL(9, 4),"
                                + " offer_price_0::DECIMAL(9, 4), bid_quantity_0::BIGINT, offer_quantity_0::BIGINT,"
                                + " CASE WHEN offer_price_0 < bid_price_0 THEN 'crossed' END)"
                                + " FROM read_parquet('" + file + "')"));
    }

    @Test
    void shouldReadParquetTradesAtTheSidesOfTheBook() {
        Path file = SharedFile.of("futures_parquet_GBP/gbpusd_16june_trades_0503.parquet");
        ImportReport report = load("6BM3", file);

        assertAllAccepted(report, 25_599);
        assertThat(Ticks.all(store, "6BM3"))
                .isEqualTo(Ticks.query(
                        store,
                        "SELECT concat_ws(' ', epoch_ns(transact_time), price::DECIMAL(9, 4), quantity::BIGINT,"
                                + " CASE side WHEN 'O' THEN 'buy' ELSE 'sell' END)"
                                + " FROM read_parquet('" + file + "')"));
    }

    @Test
    void shouldReadRawBitflyerDaysAsOneImportAndCountBlankTimes() {
        Path folder = SharedFile.folder("crypto_bitflyer_BTCJPY/raw");
        ImportReport report = load("BTCJPY", folder);

        assertThat(report.stored().tally().rowsRead()).isEqualTo(532_070);
        assertThat(report.stored().tally().rejected()).isEqualTo(1_783);
        assertThat(report.stored().tally().accepted()).isEqualTo(532_070 - 1_783);
        assertThat(report.stored().tally().outOfOrder()).isBetween(200_000L, 300_000L);
        assertThat(report.rejections())
                .hasSize(Rejection.KEPT)
                .allMatch(r -> r.reason().equals("time is empty"));
        // The rows of equal times keep the order of the files; every tick is compared as a multiset.
        assertThat(Ticks.all(store, "BTCJPY").stream().sorted().toList())
                .isEqualTo(Ticks.query(
                        store,
                        "SELECT concat_ws(' ', epoch_ms(exec_date::TIMESTAMPTZ) || '000000', price::DECIMAL(12, "
                                + store.instrument("BTCJPY").orElseThrow().priceScale() + "), size::DECIMAL(20, "
                                + store.instrument("BTCJPY").orElseThrow().quantityScale()
                                + "), nullif(lower(side), '')) AS tick FROM read_csv('" + folder
                                + "/*.csv.gz', all_varchar = true) WHERE exec_date != '' ORDER BY tick"));
    }

    @Test
    void shouldReadBinanceSpotTrades() throws IOException {
        Path file = SharedFile.of("crypto_binance_csv_converted/BTCUSDT-trades-2024-08-08.zip");
        ImportReport report = load("BTCUSDT", file);

        assertAllAccepted(report, 9_757);
        assertThat(report.stored().origin().format())
                .startsWith("binance-trades")
                .endsWith("milliseconds");
        assertBinance(file, 0);
    }

    @Test
    void shouldReadBinanceFuturesTrades() throws IOException {
        Path file = SharedFile.of("crypto_binance_csv_converted/UM-BTCUSDT-trades-2024-08-08.zip");
        ImportReport report = load("BTCUSDT", file);

        assertAllAccepted(report, 21_313);
        assertThat(report.stored().origin().format()).startsWith("binance-trades");
        assertBinance(file, 1);
    }

    private void assertBinance(Path file, int headerLines) throws IOException {
        int price = store.instrument("BTCUSDT").orElseThrow().priceScale();
        int quantity = store.instrument("BTCUSDT").orElseThrow().quantityScale();
        List<String> expected = lines(file).stream()
                .skip(headerLines)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[4] + "000000 " + new BigDecimal(cells[1]).setScale(price) + " "
                        + new BigDecimal(cells[2]).setScale(quantity).toPlainString()
                        + (Boolean.parseBoolean(cells[5]) ? " sell" : " buy"))
                .toList();
        assertThat(Ticks.all(store, "BTCUSDT")).isEqualTo(expected);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(1);
        }
    }

    @Test
    void shouldKnowTardisByItsHeader() {
        Path file = SharedFile.of("crypto_tardis_csv/binance-futures_trades_BTCUSDT_2020-02-22.csv");

        assertThat(load("BTCUSDT", file).stored().origin().format())
                .isEqualTo("tardis, comma-separated trades with a header, times in microseconds");
    }
}
