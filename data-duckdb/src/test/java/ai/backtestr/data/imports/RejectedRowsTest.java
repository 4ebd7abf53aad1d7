package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Rejection;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What is rejected, with which reason, and what is kept all the same.
class RejectedRowsTest extends ImportTest {
    @Test
    void shouldTakeTheRowsOfTheSymbolAskedForThoughOthersComeFirst() throws IOException {
        String content = """
                symbol,time,price,size
                ETH-USDT,1385337600,100,1
                BTC-USDT,1385337601,800,1
                ETH-USDT,1385337602,101,1
                """;

        ImportReport bitcoin = load("BTCUSDT", "mixed.csv", content);
        load("OTHER", "mixed.csv", content);

        assertThat(reasons(bitcoin))
                .containsExactly(
                        "mixed.csv:2: row is of ETH-USDT where those of BTC-USDT are taken; rejected",
                        "mixed.csv:4: row is of ETH-USDT where those of BTC-USDT are taken; rejected");
        assertThat(Ticks.all(store, "BTCUSDT")).containsExactly("1385337601" + S + " 800 1");
        assertThat(Ticks.all(store, "OTHER")).containsExactly("1385337600" + S + " 100 1", "1385337602" + S + " 101 1");
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

    @Test
    void shouldRejectCrossedQuotesWhenAsked() throws IOException {
        ImportReport report = load(
                "EURUSD",
                ImportOptions.DEFAULT.rejectingCrossed(),
                write("f.csv", "time,bid,ask\n1398902400,1.2,1.1\n1398902401,1.2,1.2\n"));

        assertThat(reasons(report)).containsExactly("f.csv:2: ask 1.1 below bid 1.2 (crossed quote); rejected");
        assertThat(report.stored().tally().crossed()).isZero();
        assertThat(Ticks.all(store, "EURUSD")).containsExactly("1398902401" + S + " 1.2 1.2 0 0");
    }
}
