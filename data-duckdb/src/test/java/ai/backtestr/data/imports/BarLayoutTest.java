package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Bars;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoreException;
import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How files of bars are laid out, what is rejected, and what becomes of bars that are stored already.
class BarLayoutTest extends BarImportTest {
    private static final String TWO_DAYS = """
            date,open,high,low,close,volume
            2013-01-02,10,12,9,11,5
            2013-01-03,11,13,10,12,6
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2013-01-02 09:30;1,5;2,5;1,0;2,0;7                     | ",
                "Time;Open;High;Low;Close;Vol;2013-01-02 09:30;1,5;2,5;1,0;2,0;7 | ",
                "20130102;093000;1.5;2.5;1;2;7                          | ",
                "1357119000,1.5,2.5,1,2,7                               | ",
                "1357119000000,1.5,2.5,1,2,7,1357119059999,1,2,3,4,0    | ",
                "7,2,1,2.5,1.5,02/01/2013 09:30                         | time=5,open=4,high=3,low=2,close=1,volume=0",
            })
    void shouldTellColumnsFromHeaderContentOrStatement(String line, String columns) throws IOException {
        String text = line.strip().replace("Vol;", "Vol\n") + "\n";
        ImportOptions stated = columns == null
                ? ImportOptions.DEFAULT
                : ImportOptions.DEFAULT.withColumns(ColumnChoice.parse(columns)).withTimePattern("dd/MM/yyyy HH:mm");

        loadBars("X", options("1m").withFiles(stated), write("x.csv", text));

        assertThat(Bars.all(store, "X", "1m")).containsExactly(Ticks.ns("2013-01-02T09:30:00Z") + " 1.5 2.5 1.0 2.0 7");
    }

    /// A date names the trading day that holds its noon: of foreign exchange the one that began at 17:00 New York
    /// on the day before, 22:00 UTC in winter and 21:00 in summer.
    @ParameterizedTest
    @CsvSource({
        "X, 2013-01-02, START, 2013-01-02T00:00:00Z",
        "EURUSD, 2013-01-02, START, 2013-01-01T22:00:00Z",
        "EURUSD, 2013-07-02, START, 2013-07-01T21:00:00Z",
        "EURUSD, 2013-07-02 00:00, START, 2013-07-01T21:00:00Z",
        "EURUSD, 2013-07-01T21:00:00Z, START, 2013-07-01T21:00:00Z",
        "EURUSD, 2013-07-02T20:59:00Z, START, 2013-07-01T21:00:00Z",
        "EURUSD, 2013-07-02T21:00:00Z, END, 2013-07-01T21:00:00Z",
        "X, 2013-01-03 00:00, END, 2013-01-02T00:00:00Z",
        "X, 2013-01-02, END, 2013-01-02T00:00:00Z",
        "X, 1357084800, START, 2013-01-02T00:00:00Z"
    })
    void shouldPutADailyBarOnItsTradingDay(String symbol, String time, BarStamp stamp, String start)
            throws IOException {
        BarOptions options = stamp == BarStamp.END ? options("1d").stampedAtEnd() : options("1d");

        loadBars(symbol, options, write("x.csv", "time,open,high,low,close\n" + time + ",10,12,9,11\n"));

        assertThat(Bars.all(store, symbol, "1d")).containsExactly(Ticks.ns(start) + " 10 12 9 11 0");
    }

    @Test
    void shouldReadDailyDatesOnTheClockOfTheZoneStated() throws IOException {
        BarOptions tokyo = options("1d").withFiles(ImportOptions.DEFAULT.withZone(ZoneId.of("Asia/Tokyo")));

        loadBars("X", tokyo, write("x.csv", "time,open,high,low,close\n2013-01-02 00:00:00,10,12,9,11\n"));

        assertThat(Bars.all(store, "X", "1d")).containsExactly(Ticks.ns("2013-01-02T00:00:00Z") + " 10 12 9 11 0");
    }

    @Test
    void shouldReadLeanDaysOfStocksInTenThousandths() throws IOException {
        Path file = write("equity/usa/daily/spy.csv", "20131007 00:00,1680000,1690000,1670000,1685000,100\n");

        ImportReport report = loadBars("SPY", "1d", file);

        assertThat(report.stored().origin().format())
                .isEqualTo("1d bars: lean, comma-separated bars without a header, prices count 10^-4, times of"
                        + " America/New_York");
        assertThat(Bars.all(store, "SPY", "1d"))
                .containsExactly(Ticks.ns("2013-10-07T04:00:00Z") + " 168.0 169.0 167.0 168.5 100");
    }

    @Test
    void shouldReadLeanMinutesOfStocksInNewYork() throws IOException {
        Path file = write(
                "equity/usa/minute/spy/20131007_spy_minute_trade.csv",
                "34200000,1680000,1690000,1670000,1685000,100\n");

        loadBars("SPY", "1m", file);

        assertThat(Bars.all(store, "SPY", "1m"))
                .containsExactly(Ticks.ns("2013-10-07T13:30:00Z") + " 168.0 169.0 167.0 168.5 100");
    }

    @Test
    void shouldReadPackedFilesAndFolders() throws IOException {
        String header = "time,open,high,low,close\n";
        Files.createDirectories(files.resolve("in"));
        Files.write(
                files.resolve("in/b.csv.zst"),
                Zstd.compress((header + "2013-01-03,2,2,2,2\n").getBytes(StandardCharsets.UTF_8)));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.resolve("in/a.zip")))) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write((header + "2013-01-04,3,3,3,3\n").getBytes(StandardCharsets.UTF_8));
        }
        write("in/c.txt", header + "2013-01-02,1,1,1,1\n");

        ImportReport report = loadBars("X", "1d", files.resolve("in"));

        assertThat(report.stored().origin().files()).containsExactly("c.txt", "b.csv.zst", "a.zip/a.csv");
        assertThat(Ticks.query(store, "SELECT open::INTEGER FROM bars ORDER BY time"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void shouldCountWhatItRejectsWithLineAndReason() throws IOException {
        ImportReport report = loadBars("X", "1d", "x.csv", """
                        date,open,high,low,close,volume
                        2013-01-02,10,12,9,11,5
                        2013-01-03,10,8,9,9,5
                        2013-01-04,13,12,9,11,5
                        2013-01-05,10,12,9,8.5,5
                        2013-01-06,10,12,0,11,5
                        2013-01-07,10,12,9,11,-1
                        2013-01-08,10,12,9,11
                        2013-01-09,ten,12,9,11,5
                        2013-01-02,10,13,9,11,5
                        2013-01-10,10,12,9,11,
                        2013-01-01,10,12,9,11,5
                        2013-02-30,10,12,9,11,5
                        """);

        assertThat(report.stored().tally().rowsRead()).isEqualTo(12);
        assertThat(report.stored().tally().accepted()).isEqualTo(3);
        assertThat(report.stored().tally().rejected()).isEqualTo(9);
        assertThat(report.stored().tally().outOfOrder()).isEqualTo(1);
        assertThat(reasons(report))
                .containsExactly(
                        "x.csv:3: high 8 is below low 9; rejected",
                        "x.csv:4: open 13 is outside low 9 to high 12; rejected",
                        "x.csv:5: close 8.5 is outside low 9 to high 12; rejected",
                        "x.csv:6: low 0 is not positive; rejected",
                        "x.csv:7: volume -1 is negative; rejected",
                        "x.csv:8: row has 5 columns where 6 are expected; rejected",
                        "x.csv:9: open ten is not a number; rejected",
                        "x.csv:13: time '2013-02-30' is not a date such as 2013-11-25; rejected",
                        "x.csv:10: a bar of 2013-01-02T00:00:00Z stands on line 2 already; rejected");
        assertThat(Ticks.query(store, "SELECT strftime(time, '%d') FROM bars ORDER BY time"))
                .containsExactly("01", "02", "10");
    }

    @Test
    void shouldRefuseBarsOfAnotherLengthThanStated() throws IOException {
        StringBuilder minutes = new StringBuilder("time,open,high,low,close\n");
        for (int i = 0; i < 30; i++) {
            minutes.append(1357119000 + 60 * i).append(",1,1,1,1\n");
        }
        Path file = write("x.csv", minutes.toString());
        for (String wrong : List.of("1s", "1h", "1d")) {
            assertThatThrownBy(() -> loadBars("X", wrong, file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("x.csv", "mostly 1 min apart", "no " + wrong + " bars");
        }
        assertNoBars();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1h | time,open,high,low,close;2013-01-02,1,1,1,1  | no time of day",
                "1d | time,price,size;2013-01-02,1,1               | does not name time, open, high, low and close",
                "1d | 2013-01-02,5,1,9,5                           | has no header",
                "1d | time,open,high,low,close;2013-01-02,5,1,9,5  | none of its 1 rows is a bar",
                "1d | time,open,high,low,close                     | has a header and no rows",
            })
    void shouldRefuseInOneLineAndStoreNothing(String timeframe, String lines, String reason) throws IOException {
        Path file = write("x.csv", lines.replace(";", "\n") + "\n");

        assertThatThrownBy(() -> loadBars("X", timeframe, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("x.csv", reason)
                .hasMessageNotContaining("\n");
        assertNoBars();
    }

    @Test
    void shouldKnowContentThatWasImportedBefore() throws IOException {
        ImportReport first = loadBars("X", "1d", "x.csv", TWO_DAYS);
        ImportReport again = loadBars("X", "1d", "y.csv", TWO_DAYS);

        assertThat(first.alreadyImported()).isFalse();
        assertThat(again.alreadyImported()).isTrue();
        assertThat(again.stored().id()).isEqualTo(first.stored().id());
    }

    @Test
    void shouldStopReplaceOrMergeWhereBarsAreStoredAlready() throws IOException {
        loadBars("X", "1d", "x.csv", TWO_DAYS);
        Path next = write("y.csv", """
                date,open,high,low,close,volume
                2013-01-03,20,20,20,20,1
                2013-01-04,21,21,21,21,1
                """);

        assertThatThrownBy(() -> loadBars("X", "1d", next))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("y.csv", "1 1d bars of X are stored already", "2013-01-03T00:00:00Z");
        assertThat(opens()).containsExactly("10", "11");

        ImportReport merged = loadBars("X", overlap(Overlap.MERGE), next);
        assertThat(opens()).containsExactly("10", "11", "21");
        assertThat(reasons(merged))
                .singleElement()
                .asString()
                .contains("y.csv:2", "is stored already, and merging keeps");

        ImportReport replaced = loadBars("X", overlap(Overlap.REPLACE), write("z.csv", """
                date,open,high,low,close,volume
                2013-01-03,30,30,30,30,1
                2013-01-05,31,31,31,31,1
                """));
        assertThat(opens()).containsExactly("10", "30", "31");
        assertThat(replaced.stored().replaced()).isEqualTo(2);
        assertThat(store.bars()
                        .findImport(
                                "X",
                                options("1d").timeframe(),
                                merged.stored().origin().sha256()))
                .isEmpty();
    }

    private static BarOptions overlap(Overlap rule) {
        return options("1d").withFiles(ImportOptions.DEFAULT.withOverlap(rule));
    }

    private List<String> opens() {
        return Ticks.query(store, "SELECT open::INTEGER FROM bars ORDER BY time");
    }

    @Test
    void shouldKeepTimeframesAndTicksOfOneSymbolApart() throws IOException {
        load("X", "ticks.csv", "time,price,size\n2013-01-02 09:30:00,10,1\n");
        loadBars("X", "1d", "day.csv", "time,open,high,low,close\n2013-01-02,10,12,9,11\n");
        loadBars("X", "1h", "hour.csv", "time,open,high,low,close\n2013-01-02 09:00,10,11,9,11\n");

        assertThat(Ticks.query(store, "SELECT timeframe FROM bars ORDER BY timeframe"))
                .containsExactly("1d", "1h");
        assertThat(store.bars().of("X"))
                .extracting(bars -> bars.timeframe().toString())
                .containsExactly("1h", "1d");
        assertThat(store.symbols())
                .singleElement()
                .satisfies(symbol -> assertThat(symbol.ticks()).isEqualTo(1));
    }

    @Test
    void shouldLeaveNothingBehindWhenCancelled() throws IOException {
        StringBuilder rows = new StringBuilder("time,open,high,low,close\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(1357119000L + 60L * i).append(",1,1,1,1\n");
        }
        Path file = write("x.csv", rows.toString());
        ImportProgress stopping = new ImportProgress() {
            private boolean late;

            @Override
            public void update(long bytesRead, long totalBytes, long read) {
                late = bytesRead > 0.8 * totalBytes;
            }

            @Override
            public boolean cancelled() {
                return late;
            }
        };

        assertThatThrownBy(() -> new BarImporter(store).importFiles("X", List.of(file), options("1m"), stopping))
                .isInstanceOf(CancellationException.class);
        assertNoBars();
    }

    @Test
    void shouldFindGapsSpikesAndBarsOffHours() throws IOException {
        // Friday 4 January to Monday 7 January 2013; foreign exchange closes from Friday to Sunday 22:00 UTC.
        ImportReport report = loadBars("EURUSD", "1h", "x.csv", """
                time,open,high,low,close
                2013-01-04 20:00,1.1,1.1,1.1,1.1
                2013-01-04 21:00,1.1,1.1,1.1,1.1
                2013-01-06 20:00,1.1,1.1,1.1,1.1
                2013-01-06 22:00,1.1,1.1,1.1,1.1
                2013-01-07 02:00,1.1,1.1,1.1,1.1
                """);

        assertThat(store.bars().quality(report.stored()).offHours()).isEqualTo(1);
        assertThat(store.bars().quality(report.stored()).gaps()).isEqualTo(1);
        assertThat(store.bars().quality(report.stored()).longestGapNs()).isEqualTo(3 * 3_600_000_000_000L);
    }
}
