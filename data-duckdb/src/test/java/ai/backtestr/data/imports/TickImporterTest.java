package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hand-written files: what is taken, what is rejected with which reason, and what stops an import.
class TickImporterTest {
    private static final String S = "000000000";

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

    private ImportReport load(String symbol, String name, String content) throws IOException {
        return load(symbol, Files.writeString(files.resolve(name), content));
    }

    private ImportReport load(String symbol, Path file) {
        return new TickImporter(store).importFile(symbol, file, ImportProgress.NONE);
    }

    private void assertRefused(String name, String content, String... parts) throws IOException {
        assertRefused(Files.writeString(files.resolve(name), content), parts);
    }

    private void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> load("EURUSD", file))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n");
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(store.symbols()).isEmpty();
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("0");
        assertThat(Ticks.query(store, "SELECT count(*) FROM instruments")).containsExactly("0");
        assertThat(Ticks.query(store, "SELECT count(*) FROM imports")).containsExactly("0");
    }

    private static List<String> reasons(ImportReport report) {
        return report.rejections().stream().map(r -> r.describe("f.csv")).toList();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            comma,     ','
            semicolon, ';'
            pipe,      '|'
            """)
    void shouldDetectDelimiter(String name, String delimiter) throws IOException {
        ImportReport report = load(
                "BTCUSD",
                "f.csv",
                "time,price,size\n1385337600,800.5,1\n1385337601,800.25,2\n".replace(",", delimiter));

        assertThat(report.stored().origin().format())
                .isEqualTo(name + "-separated trades with a header, times in seconds");
        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly("1385337600" + S + " 800.50 1", "1385337601" + S + " 800.25 2");
    }

    @Test
    void shouldReadWindowsLinesByteOrderMarkQuotesAndNoFinalNewline() throws IOException {
        load(
                "BTCUSD",
                "f.csv",
                "\uFEFF\"Time\"\tPrice\tSize\tSide\r\n\"1385337600\"\t\"800\"\t 1 \tBuy\r\n\r\n"
                        + "1385337601\t801\t0\tS");

        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly("1385337600" + S + " 800 1 buy", "1385337601" + S + " 801 0 sell");
    }

    @Test
    void shouldTellQuotesFromTradesWithoutHeader() throws IOException {
        load(
                "EURUSD",
                "q.csv",
                "2014-05-01 00:00:00.25,1.38727,1.38729,10,20\n2014-05-01T00:00:01Z,1.38726,1.38729,5,\n");
        load("BTCUSD", "t.csv", "1385337600000,800,0.5,sell\n");

        long first = Ticks.ns("2014-05-01T00:00:00.250Z");
        long second = Ticks.ns("2014-05-01T00:00:01Z");
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly(first + " 1.38727 1.38729 10 20", second + " 1.38726 1.38729 5 0");
        assertThat(Ticks.all(store, "BTCUSD")).containsExactly("1385337600" + S + " 800 0.5 sell");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1385337600,                    2013-11-25T00:00:00Z
            1385337600.125,                2013-11-25T00:00:00.125Z
            1385337600000,                 2013-11-25T00:00:00Z
            1385337600000.25,              2013-11-25T00:00:00.000250Z
            1385337600000001,              2013-11-25T00:00:00.000001Z
            1385337600000000001,           2013-11-25T00:00:00.000000001Z
            2013-11-25T00:00,              2013-11-25T00:00:00Z
            2013-11-25 00:00:00.5,         2013-11-25T00:00:00.500Z
            2013-11-25T00:00:00Z,          2013-11-25T00:00:00Z
            2013-11-25T09:00:00+09:00,     2013-11-25T00:00:00Z
            2013-11-24T19:00:00.000001-05, 2013-11-25T00:00:00.000001Z
            2012-02-29T23:59:59.999999999Z, 2012-02-29T23:59:59.999999999Z
            """)
    void shouldReadTime(String written, String expected) throws IOException {
        load("BTCUSD", "f.csv", "time,price,size\n" + written + ",800,1\n");

        assertThat(Ticks.all(store, "BTCUSD")).containsExactly(Ticks.ns(expected) + " 800 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "20131125",
                "-1385337600",
                "1385337600.1234567891",
                "99999999999999",
                "2013-11-25",
                "2013-02-30T00:00:00Z",
                "2013-11-25T24:00:00Z",
                "2013-11-25T00:00:00.1234567891Z",
                "2013-11-25T00:00:00+",
                "2013-11-25T00:00:00Zulu",
                "1385-11-25T00:00:00Z"
            })
    void shouldRejectWhatIsNoTime(String written) throws IOException {
        assertRefused(
                "f.csv", "time,price,size\n" + written + ",800,1\n", "none of its 1 rows is a tick", "f.csv:2: time");
    }

    @Test
    void shouldRejectRowsWithLineAndReason() throws IOException {
        ImportReport report = load("EURUSD", "f.csv", """
                Timestamp,Bid,Ask,Bid Size,Ask Size
                1398902400000,1.1,1.2,1,1
                1398902400001,1.0712x,1.2,1,1
                1398902400002,1.1,,1,1
                1398902400003,-1.1,1.2,1,1
                1398902400004,1.1,0,1,1
                1398902400005,1.1,1.2,-1,1
                1398902400006,1.1,1.2,1
                1398902400007,1.1,1.2,1,1,1
                1398902400,1.1,1.2,1,1

                1398902400008,1.1,1.2345678901234,1,1
                later,1.1,1.2,1,1
                1398902400009,NaN,1.2,1,1
                1398902400010,1.1,1.25,1,1
                """);

        assertThat(reasons(report))
                .containsExactly(
                        "f.csv:3: bid 1.0712x is not a number; rejected",
                        "f.csv:4: ask is empty; rejected",
                        "f.csv:5: bid -1.1 is not positive; rejected",
                        "f.csv:6: ask 0 is not positive; rejected",
                        "f.csv:7: bid size -1 is negative; rejected",
                        "f.csv:8: row has 4 columns where 5 are expected; rejected",
                        "f.csv:9: row has 6 columns where 5 are expected; rejected",
                        "f.csv:10: time is in seconds where the file counts in milliseconds; rejected",
                        "f.csv:12: price needs 13 decimals where EURUSD keeps 2 (no more than 12 can be held; round it"
                                + " in the file); rejected",
                        "f.csv:13: time 'later' is not a count since the epoch; rejected",
                        "f.csv:14: bid NaN is not a number; rejected");
        assertThat(report.stored().tally().rowsRead()).isEqualTo(13);
        assertThat(report.stored().tally().accepted()).isEqualTo(2);
        assertThat(report.stored().tally().rejected()).isEqualTo(11);
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly("1398902400000000000 1.10 1.20 1 1", "1398902400010000000 1.10 1.25 1 1");
        assertThat(Ticks.query(store, "SELECT line FROM rejection ORDER BY line LIMIT 1"))
                .containsExactly("3");
    }

    @Test
    void shouldKeepAThousandRejectionsAndCountAll() throws IOException {
        ImportReport report =
                load("BTCUSD", "f.csv", "time,price,size\n1385337600,800,1\n" + "1385337600,none,1\n".repeat(1_500));

        assertThat(report.stored().tally().rejected()).isEqualTo(1_500);
        assertThat(report.rejections()).hasSize(Rejection.KEPT);
        assertThat(report.rejections().getLast().line()).isEqualTo(1_002);
    }

    @Test
    void shouldRejectUnknownSide() throws IOException {
        ImportReport report = load(
                "BTCUSD",
                "f.csv",
                "time,price,size,side\n1385337600,800,1,\n1385337601,800,1,up\n1385337602,800,1,BUY\n");

        assertThat(reasons(report)).containsExactly("f.csv:3: side 'up' is neither buy nor sell; rejected");
        assertThat(Ticks.query(store, "SELECT kind, price, size, aggressor FROM ticks ORDER BY time"))
                .containsExactly(
                        "trade 800.000000000000 1.000000000000 null", "trade 800.000000000000 1.000000000000 buy");
    }

    @Test
    void shouldKeepCrossedQuotesFlagged() throws IOException {
        ImportReport report = load("EURUSD", "f.csv", "time,bid,ask\n1398902400,1.2,1.1\n1398902401,1.2,1.2\n");

        assertThat(report.stored().tally().crossed()).isEqualTo(1);
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly("1398902400" + S + " 1.2 1.1 0 0 crossed", "1398902401" + S + " 1.2 1.2 0 0");
    }

    @Test
    void shouldSortRowsOutOfOrderAndKeepTheFilesOrderAmongEqualTimes() throws IOException {
        ImportReport report = load("BTCUSD", "f.csv", """
                time,price,size
                1385337603,1,1
                1385337601,2,1
                1385337603,3,1
                1385337601,4,1
                1385337601,2,1
                1385337602,5,1
                """);

        assertThat(report.stored().tally().outOfOrder()).isEqualTo(2);
        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly(
                        "1385337601" + S + " 2 1",
                        "1385337601" + S + " 4 1",
                        "1385337601" + S + " 2 1",
                        "1385337602" + S + " 5 1",
                        "1385337603" + S + " 1 1",
                        "1385337603" + S + " 3 1");
    }

    @Test
    void shouldNeitherMergeNorDropEqualTicks() throws IOException {
        load("BTCUSD", "f.csv", "time,price,size\n" + "1385337600,800,1\n".repeat(5_000));

        assertThat(Ticks.all(store, "BTCUSD")).hasSize(5_000).containsOnly("1385337600" + S + " 800 1");
    }

    @Test
    void shouldTakeScalesFromSignificantDecimalsOnly() throws IOException {
        load(
                "BTCUSD",
                "f.csv",
                "time,price,size\n1385337600,800.010000000000,1.5e-3\n1385337601,8E+2,12345678901234.5\n");

        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly("1385337600" + S + " 800.01 0.0015", "1385337601" + S + " 800.00 12345678901234.5000");
    }

    @Test
    void shouldRejectMoreDecimalsThanAKnownInstrumentKeeps() throws IOException {
        load("BTCUSD", "a.csv", "time,price,size\n1385337600,800.1,1\n");
        ImportReport report = load("BTCUSD", "f.csv", "time,price,size\n1385337601,800.12,1\n1385337602,800,1\n");

        assertThat(reasons(report))
                .containsExactly("f.csv:2: price needs 2 decimals where BTCUSD keeps 1 (import the file under another"
                        + " symbol, or round it in the file); rejected");
        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly("1385337600" + S + " 800.1 1", "1385337602" + S + " 800.0 1");
    }

    @Test
    void shouldRejectNumbersThatDoNotFitTheScale() throws IOException {
        ImportReport report =
                load("BTCUSD", "f.csv", "time,price,size\n1385337600,0.000000000001,1\n1385337601,99999999,1\n");

        assertThat(reasons(report)).singleElement().asString().startsWith("f.csv:3: a number is too large");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            EURUSD,  forex, USD
            USDJPY,  forex, JPY
            XAUUSD,  forex, USD
            EUR-GBP, forex, GBP
            BTCJPY,  24x7,  JPY
            BTCUSDT, 24x7,  USDT
            ETHBTC,  24x7,  BTC
            AAPL,    24x7,  USD
            """)
    void shouldGuessCalendarAndCurrency(String symbol, String calendar, String currency) throws IOException {
        load(symbol, "f.csv", "time,price,size\n1385337600,800,1\n");

        assertThat(store.instrument(symbol).orElseThrow().calendar().name()).isEqualTo(calendar);
        assertThat(store.instrument(symbol).orElseThrow().quoteCurrency()).isEqualTo(currency);
    }

    @Test
    void shouldRecogniseContentAlreadyImported() throws IOException {
        ImportReport first = load("BTCUSD", "f.csv", "time,price,size\n1385337600,800,1\n1385337601,bad,1\n");
        ImportReport again = load("BTCUSD", "copy.csv", "time,price,size\n1385337600,800,1\n1385337601,bad,1\n");

        assertThat(first.alreadyImported()).isFalse();
        assertThat(again.alreadyImported()).isTrue();
        assertThat(again.stored()).isEqualTo(first.stored());
        assertThat(again.rejections()).isEqualTo(first.rejections());
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("1");
    }

    @Test
    void shouldStopAtOverlapAndChangeNothing() throws IOException {
        load("BTCUSD", "a.csv", "time,price,size\n1385337600,800,1\n1385337610,800,1\n");

        assertThatThrownBy(() -> load("BTCUSD", "b.csv", "time,price,size\n1385337610,801,1\n1385337620,801,1\n"))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(
                        "b.csv: BTCUSD already has ticks from 2013-11-25T00:00:00Z to 2013-11-25T00:00:10Z (import 1)",
                        "nothing was imported");
        assertThat(Ticks.all(store, "BTCUSD")).hasSize(2);
        assertThat(Ticks.query(store, "SELECT count(*) FROM imports")).containsExactly("1");
    }

    @Test
    void shouldDigestTheSameHoweverTicksAreSplitOverFiles() throws IOException {
        String header = "time,price,size\n";
        String early = "1385337600,800.1,1\n1385337600,800.2,1\n";
        String late = "1385337601,800.3,1\n1385337602,800.4,1\n";
        ImportReport whole = load("WHOLE", "w.csv", header + early + late);
        load("SPLIT", "late.csv", header + late);
        load("SPLIT", "early.csv", header + early);

        assertThat(Ticks.digest(store, "SPLIT"))
                .isEqualTo(Ticks.digest(store, "WHOLE"))
                .isEqualTo(whole.stored().dataDigest());
        assertThat(Ticks.all(store, "SPLIT")).isEqualTo(Ticks.all(store, "WHOLE"));
    }

    @Test
    void shouldRefuseWhatIsNoFileOfTicks() throws IOException {
        assertRefused("empty.csv", "", "empty.csv is empty");
        assertRefused("blank.csv", "\n\n", "blank.csv holds blank lines only");
        assertRefused("header.csv", "time,price,size\n", "header.csv has a header and no rows");
        assertRefused("words.csv", "to be\nor not\n", "words.csv has no columns of ticks", "add a header line");
        assertRefused(
                "bars.csv", "Date,Open,High,Low,Close,Volume\n2013-11-25,1,2,1,2,5\n", "names neither time, price");
        assertRefused("wide.csv", "1385337600,1,2,3,4,5,6\n", "its 7 columns cannot be told", "add a header line");
        assertRefused("none.csv", "time,price,size\n1385337600,0,1\n", "none of its 1 rows is a tick", "not positive");
        assertRefused("quote.csv", "time,price,size\n1385337600,\"800,1\n1385337601,800,1\n", "quote.csv");
        assertRefused(files, "is a folder");
        assertRefused(files.resolve("missing.csv"), "missing.csv does not exist");
    }

    @Test
    void shouldRefuseBinaryFile() throws IOException {
        Path file = Files.write(files.resolve("f.bin"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});

        assertRefused(file, "f.bin is a binary file");
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String manyTrades(int rows) {
        StringBuilder text = new StringBuilder("time,price,size\n");
        for (int i = 0; i < rows; i++) {
            text.append(1385337600L + i).append(',').append(800 + i % 7).append(",1\n");
        }
        return text.toString();
    }

    @Test
    void shouldRefuseTruncatedGzipWhereverItIsCut() throws IOException {
        byte[] whole = gzip(manyTrades(100_000));
        for (int length : new int[] {5, 100, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Path file = Files.write(files.resolve("f.csv.gz"), Arrays.copyOf(whole, length));

            assertRefused(file, "f.csv.gz: the gzip data is cut off or damaged", "get the file again");
        }
    }

    @Test
    void shouldRefuseDamagedGzip() throws IOException {
        byte[] whole = gzip(manyTrades(100_000));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 50, (byte) 0x55);

        assertRefused(Files.write(files.resolve("f.csv.gz"), whole), "f.csv.gz: the gzip data is cut off or damaged");
    }

    @Test
    void shouldLeaveNothingWhenCancelledInEitherPass() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), manyTrades(200_000));
        for (double share : new double[] {0, 0.3, 0.9}) {
            ImportProgress stop = new StopAt(share);

            assertThatThrownBy(() -> new TickImporter(store).importFile("BTCUSD", file, stop))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("the import was cancelled; nothing was imported");
            assertNothingStored();
        }
        assertThat(load("BTCUSD", file).stored().tally().accepted()).isEqualTo(200_000);
    }

    @Test
    void shouldLeaveNothingWhenInterrupted() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), manyTrades(10_000));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> load("BTCUSD", file)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNothingStored();
    }

    @Test
    void shouldReportProgressUpToTheEnd() throws IOException {
        Path file = Files.writeString(files.resolve("f.csv"), manyTrades(50_000));
        StopAt never = new StopAt(2);

        new TickImporter(store).importFile("BTCUSD", file, never);

        assertThat(never.bytesRead).isEqualTo(never.totalBytes).isEqualTo(2 * Files.size(file));
        assertThat(never.rows).isBetween(1L, 50_000L);
    }

    /// Asks to stop once that share of the bytes is read.
    private static final class StopAt implements ImportProgress {
        private final double share;
        private long bytesRead;
        private long totalBytes;
        private long rows;

        StopAt(double share) {
            this.share = share;
        }

        @Override
        public void update(long bytesRead, long totalBytes, long rows) {
            assertThat(bytesRead).isGreaterThan(this.bytesRead);
            this.bytesRead = bytesRead;
            this.totalBytes = totalBytes;
            this.rows = rows;
        }

        @Override
        public boolean cancelled() {
            return bytesRead >= share * totalBytes;
        }
    }
}
