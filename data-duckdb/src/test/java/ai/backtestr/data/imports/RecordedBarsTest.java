package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Bars;
import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Imports recorded files of bars whole and reads every bar back; what they hold is told by the database's own CSV
/// reader.
class RecordedBarsTest extends BarImportTest {
    private static void assertCounts(ImportReport report, long rows) {
        assertThat(report.stored().tally().rowsRead()).isEqualTo(rows);
        assertThat(report.stored().tally().accepted()).isEqualTo(rows);
        assertThat(report.rejections()).isEmpty();
        assertThat(report.stored().tally().outOfOrder()).isZero();
    }

    /// Every row of a file as `nanoseconds open high low close volume`.
    private List<String> expected(Path file, String reading, String time, String prices, int priceScale, int scale) {
        String[] columns = prices.split(" ", -1);
        StringBuilder line = new StringBuilder("epoch_ns(" + time + ")");
        for (int i = 0; i < columns.length; i++) {
            line.append(", (").append(columns[i]).append(")::DECIMAL(38, ").append(i < 4 ? priceScale : scale);
            line.append(")::VARCHAR");
        }
        return Ticks.query(
                store,
                "SELECT concat_ws(' ', " + line + ") FROM read_csv('" + file + "', all_varchar = true, parallel = false"
                        + reading + ")");
    }

    /// Midnight of a date on the clock of the exchange.
    private static String newYork(String date) {
        return "make_timestamp_ns(epoch_ns(timezone('America/New_York', " + date + "::TIMESTAMP)))";
    }

    @Test
    void shouldReadDaysOfAStock() {
        Path file = SharedFile.of("bars_ohlcv/ta4j_AAPL_1d_2013.csv");
        ImportReport report = loadBars("AAPL", "1d", file);

        assertCounts(report, 252);
        assertThat(report.stored().origin().format())
                .isEqualTo("1d bars: csv, comma-separated bars with a header, dates");
        assertThat(store.instrument("AAPL").orElseThrow().calendar()).isEqualTo(TradingCalendar.STOCKS);
        assertThat(Bars.all(store, "AAPL", "1d"))
                .isEqualTo(expected(file, "", newYork("\"date\""), "open high low close volume", 2, 0));
        assertThat(report.stored().dataDigest()).isEqualTo(Bars.digest(store, "AAPL", "1d"));
        assertThat(Ticks.query(store, "SELECT * FROM bars ORDER BY time LIMIT 1"))
                .containsExactly("AAPL 1d 2013-01-02 05:00:00 553.820000000000 555.000000000000 541.630000000000"
                        + " 549.030000000000 20018500.000000000000");
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks")).containsExactly("0");
    }

    @Test
    void shouldReadDaysOfGoogle() {
        Path file = SharedFile.of("conformance/goog_sma_cross/GOOG.csv");

        assertCounts(loadBars("GOOG", "1d", file), 2_148);
        assertThat(Bars.all(store, "GOOG", "1d"))
                .isEqualTo(expected(
                        file,
                        ", names = ['day']",
                        newYork("day"),
                        "\"Open\" \"High\" \"Low\" \"Close\" \"Volume\"",
                        2,
                        0));
    }

    @Test
    void shouldReadHoursWithTheirTimesInAColumnWithoutAName() {
        Path file = SharedFile.of("bars_ohlcv/backtestingpy_EURUSD_1h.csv");

        assertCounts(loadBars("EURUSD", "1h", file), 5_000);
        assertThat(Bars.all(store, "EURUSD", "1h"))
                .isEqualTo(expected(
                        file,
                        ", names = ['moment']",
                        "moment::TIMESTAMP_NS",
                        "\"Open\" \"High\" \"Low\" \"Close\" \"Volume\"",
                        5,
                        0));
    }

    /// Timeframes end at a day, so each month is kept on the day that it is stamped with.
    @Test
    void shouldReadMonthsAsTheDaysTheyAreStampedWith() {
        Path file = SharedFile.of("bars_ohlcv/backtestingpy_BTCUSD_monthly.csv");

        assertCounts(loadBars("BTCUSD", "1d", file), 156);
        assertThat(Bars.all(store, "BTCUSD", "1d"))
                .isEqualTo(expected(
                        file,
                        ", names = ['day']",
                        "day::TIMESTAMP_NS",
                        "\"Open\" \"High\" \"Low\" \"Close\" \"Volume\"",
                        2,
                        11));
    }

    @Test
    void shouldReadMinutesWithDateAndTimeUnderOneNameInTheHeader() {
        Path file = SharedFile.of("bars_ohlcv/backtrader_2006-01-02-volume-min-001.txt.gz");

        assertCounts(loadBars("FUTURE", "1m", file), 30_889);
        assertThat(Bars.all(store, "FUTURE", "1m"))
                .isEqualTo(expected(
                        file,
                        ", header = false, skip = 1, delim = ',', columns = {'d': 'VARCHAR', 't': 'VARCHAR', 'o': 'VARCHAR',"
                                + " 'h': 'VARCHAR', 'l': 'VARCHAR', 'c': 'VARCHAR', 'v': 'VARCHAR', 'i': 'VARCHAR'}",
                        "(d || ' ' || t)::TIMESTAMP_NS",
                        "o h l c v",
                        0,
                        0));
    }

    @Test
    void shouldReadMinutesOfBidAndAskUnderTwoSymbols() {
        Path bid = SharedFile.of("bars_ohlcv/fxcm_usdjpy-m1-bid-2013.csv.gz");
        Path ask = SharedFile.of("bars_ohlcv/fxcm_usdjpy-m1-ask-2013.csv.gz");

        assertCounts(loadBars("USDJPY", "1m", bid), 28_761);
        assertCounts(loadBars("USDJPY.ask", "1m", ask), 28_761);
        String time = "\"timestamp\"::TIMESTAMPTZ::TIMESTAMP";
        assertThat(Bars.all(store, "USDJPY", "1m")).isEqualTo(expected(bid, "", time, "open high low close 0", 3, 0));
        assertThat(Bars.all(store, "USDJPY.ask", "1m"))
                .isEqualTo(expected(ask, "", time, "open high low close 0", 3, 0));
    }

    @Test
    void shouldReadNinjaTraderMinutesThatAreStampedWithTheirEnd() {
        Path file = SharedFile.of("bars_ohlcv/ninjatrader_SPY_minute_2011.csv.gz");

        assertCounts(loadBars("SPY", options("1m").stampedAtEnd(), file), 14_180);
        assertThat(Bars.all(store, "SPY", "1m"))
                .isEqualTo(expected(
                        file,
                        ", header = false, delim = ';'",
                        "strptime(column0, '%Y%m%d %H%M%S') - INTERVAL 1 MINUTE",
                        "column1 column2 column3 column4 column5",
                        2,
                        0));
    }

    @Test
    void shouldRejectTheSecondOfTwoBarsOfOneTime() {
        ImportReport report = loadBars("ES", "100ms", SharedFile.of("bars_ohlcv/backtrader_ticksample.csv"));

        assertThat(report.stored().tally().rowsRead()).isEqualTo(135);
        assertThat(report.stored().tally().accepted()).isEqualTo(134);
        assertThat(reasons(report)).singleElement().asString().contains("a bar of 2015-09-23T", "stands on line");
        assertThat(store.bars().quality(report.stored()).duplicates()).isEqualTo(1);
    }

    @Test
    void shouldReadLeanMinutesOfQuotesAsBarsOfTheBid() {
        Path folder = SharedFile.folder("fx_lean_fxcm_EURUSD/minute");
        BarOptions inNewYorkWinter = options("1m").withFiles(ImportOptions.DEFAULT.withZone(ZoneId.of("-05:00")));
        ImportReport report = loadBars("EURUSD", inNewYorkWinter, folder);

        assertCounts(report, 15_857);
        assertThat(report.stored().origin().format())
                .isEqualTo(
                        "1m bars: lean, comma-separated bars without a header, milliseconds since midnight of -05:00");
        // The first row of the first file: 0,1.38727,1.38729,1.38723,1.38724,...
        assertThat(Bars.all(store, "EURUSD", "1m").getFirst())
                .isEqualTo(Ticks.ns("2014-05-01T05:00:00Z") + " 1.38727 1.38729 1.38723 1.38724 0");
        assertThat(Ticks.query(store, "SELECT count(*), count(DISTINCT time) FROM bars"))
                .containsExactly("15857 15857");
    }

    @Test
    void shouldReadTheAskOfLeanMinutesWhenItsColumnsAreStated() {
        Path folder = SharedFile.folder("fx_lean_fxcm_EURUSD/minute");
        ColumnChoice ask = ColumnChoice.parse("time=0,open=6,high=7,low=8,close=9");
        BarOptions stated = options("1m").withFiles(ImportOptions.DEFAULT.withColumns(ask));

        assertCounts(loadBars("EURUSD", stated, folder), 15_857);
        assertThat(Bars.all(store, "EURUSD", "1m").getFirst())
                .isEqualTo(Ticks.ns("2014-05-01T00:00:00Z") + " 1.38729 1.38730 1.38727 1.38727 0");
    }
}
