package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Quality;
import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What is told of ticks that are taken and yet stand out.
class QualityTest extends ImportTest {
    private Quality quality(ImportReport report) {
        return store.quality(report.stored()).orElseThrow();
    }

    @Test
    void shouldCountWhatIsEarlyOnSundayToTheWeekThatFollows() throws IOException {
        load("EURUSD", "week.csv", """
                time,bid,ask
                2014-05-09 20:59:00,1.3761,1.3762
                2014-05-11 20:00:00,1.3750,1.3759
                2014-05-11 21:30:00,1.3748,1.3758
                2014-05-12 12:00:00,1.3757,1.3758
                """);
        load("BTCUSD", "week.csv", """
                time,price,size
                2014-05-11 20:00:00,440,1
                2014-05-12 12:00:00,441,1
                """);

        assertThat(Ticks.query(store, """
                        SELECT symbol, week::DATE, open::DECIMAL(9, 4), close::DECIMAL(9, 4), ticks FROM weekly_ohlcv
                        ORDER BY ALL"""))
                .containsExactly(
                        "BTCUSD 2014-05-05 440.0000 440.0000 1",
                        "BTCUSD 2014-05-12 441.0000 441.0000 1",
                        "EURUSD 2014-05-05 1.3761 1.3761 1",
                        "EURUSD 2014-05-12 1.3750 1.3757 3");
    }

    @Test
    void shouldCountDuplicatesOfRecordedTrades() {
        ImportReport stamped = load("A", SharedFile.of("crypto_bitstamp/bitstamp_trades_from_20131125_usd.csv.gz"));
        ImportReport charted = load("B", SharedFile.of("crypto_bitstamp/bitcoincharts_bitstampUSD.csv"));

        assertThat(quality(stamped).duplicates()).isEqualTo(1_973);
        assertThat(quality(charted).duplicates()).isEqualTo(1_323);
        assertThat(TimeUnit.NANOSECONDS.toHours(quality(charted).longestGapNs()))
                .isEqualTo(91);
    }

    @Test
    void shouldFindTheGapAndTheLockedQuotesThatSqlFinds() {
        ImportReport trades =
                load("BTCJPY", SharedFile.of("crypto_bitflyer_BTCJPY/BTC_JPY_trades_20180121_20180128.clean.csv.gz"));
        ImportReport quotes = load("6BM3", SharedFile.of("futures_parquet_GBP/gbpusd_16june_quotes_0503.parquet"));

        assertThat(quality(trades).gaps()).isEqualTo(1);
        assertThat(TimeUnit.NANOSECONDS.toMinutes(quality(trades).longestGapNs()))
                .isBetween(45L, 47L);
        assertThat(quality(quotes).locked()).isEqualTo(159);
        assertThat(store.imports("6BM3")).containsExactly(quotes.stored());
    }

    @Test
    void shouldFindASpikeAndNotAStepOrTheWeekend() throws IOException {
        StringBuilder text = new StringBuilder("time,bid,ask\n");
        long friday = Ticks.ns("2014-05-02T20:50:00Z") / 1_000_000_000;
        for (int i = 0; i < 590; i++) {
            int bid = 13_000 + i % 2 + (i == 400 ? 100 : 0) + (i >= 500 ? 200 : 0);
            text.append(friday + i)
                    .append(",1.")
                    .append(bid)
                    .append(",1.")
                    .append(bid + 2)
                    .append('\n');
        }
        text.append(Ticks.ns("2014-05-04T20:00:00Z") / 1_000_000_000).append(",1.13000,1.13002\n");
        text.append(Ticks.ns("2014-05-04T21:00:00Z") / 1_000_000_000).append(",1.13000,1.13002\n");
        Quality quality = quality(load("EURUSD", "f.csv", text.toString()));

        assertThat(quality.spikes()).isEqualTo(1);
        assertThat(quality.gaps()).isZero();
        assertThat(quality.offHours()).isEqualTo(1);
        assertThat(quality.findings())
                .containsExactly(
                        new Quality.Finding("spike", (friday + 400) * 1_000_000_000, "1.13002 1.13101 1.13002"),
                        new Quality.Finding(
                                "off hours", Ticks.ns("2014-05-04T20:00:00Z"), "ticks while forex is closed"));
    }

    /// Shares of New York around Thanksgiving 2013: closed on Thursday the 28th, until 13:00 on Friday. A night, a
    /// holiday, an early close and a weekend are no gaps; an hour and a half within a session is.
    @Test
    void shouldTakeHolidaysAndEarlyClosesOutOfGaps() throws IOException {
        Quality quality = quality(load("AAPL", "f.csv", """
                time,price,size
                2013-11-26T20:59:59Z,533.1,1
                2013-11-27T14:30:00Z,536.1,1
                2013-11-27T15:00:00Z,536.2,1
                2013-11-27T16:30:00Z,536.3,1
                2013-11-27T17:00:00Z,536.3,1
                2013-11-27T17:30:00Z,536.3,1
                2013-11-27T18:00:00Z,536.3,1
                2013-11-27T18:30:00Z,536.3,1
                2013-11-27T19:00:00Z,536.3,1
                2013-11-27T19:30:00Z,536.3,1
                2013-11-27T20:00:00Z,536.3,1
                2013-11-27T20:30:00Z,536.3,1
                2013-11-28T15:00:00Z,536.4,1
                2013-11-29T14:30:00Z,537.1,1
                2013-11-29T15:00:00Z,537.1,1
                2013-11-29T15:30:00Z,537.1,1
                2013-11-29T16:00:00Z,537.1,1
                2013-11-29T16:30:00Z,537.1,1
                2013-11-29T17:00:00Z,537.1,1
                2013-11-29T17:30:00Z,537.1,1
                2013-11-29T18:00:00Z,537.2,1
                2013-12-02T14:30:00Z,538.1,1
                """));

        assertThat(quality.gaps()).isEqualTo(1);
        assertThat(TimeUnit.NANOSECONDS.toMinutes(quality.longestGapNs())).isEqualTo(90);
        assertThat(quality.offHours()).isEqualTo(2);
        assertThat(quality.findings())
                .extracting(finding -> finding.kind() + " " + Times.format(finding.timeNs()))
                .containsExactly(
                        "gap 2013-11-27T15:00:00Z", "off hours 2013-11-28T15:00:00Z", "off hours 2013-11-29T18:00:00Z");
    }

    /// Dealers do not quote on the trading days of Christmas and New Year, which begin on the eve at 17:00 New York.
    @Test
    void shouldTakeChristmasAndNewYearOutOfGapsOfForeignExchange() throws IOException {
        Quality closed = quality(load("EURUSD", "f.csv", """
                time,bid,ask
                2013-12-24T21:59:59Z,1.3680,1.3681
                2013-12-25T22:00:00Z,1.3684,1.3685
                """));
        Quality quoted = quality(load("GBPUSD", "g.csv", """
                time,bid,ask
                2013-12-31T21:45:00Z,1.6556,1.6558
                2014-01-01T12:00:00Z,1.6556,1.6558
                2014-01-01T23:00:00Z,1.6556,1.6558
                """));

        assertThat(closed.gaps()).isZero();
        assertThat(closed.offHours()).isZero();
        assertThat(quoted.offHours()).isEqualTo(1);
        assertThat(quoted.gaps()).isEqualTo(1);
        assertThat(TimeUnit.NANOSECONDS.toMinutes(quoted.longestGapNs())).isEqualTo(60);
    }

    /// Futures rest from 16:00 to 17:00 Chicago, and close at noon on Independence Day.
    @Test
    void shouldTakeTheDailyPauseAndShortSessionsOfFuturesOutOfGaps() throws IOException {
        Quality quality = quality(load("ESU4", "f.csv", """
                time,price,size
                2014-07-02T20:59:59Z,1966,1
                2014-07-02T22:00:00Z,1966,1
                2014-07-02T22:10:00Z,1966,1
                """));
        Quality holiday = quality(load("ESZ4", "g.csv", """
                time,price,size
                2014-07-04T16:59:59Z,1966,1
                2014-07-06T22:00:00Z,1966,1
                """));

        assertThat(quality.gaps() + quality.offHours()).isZero();
        assertThat(holiday.gaps() + holiday.offHours()).isZero();
    }
}
