package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/// Hand-written files in the formats of providers: what tells them, and what is made of their rows.
class ProvidersFormatsTest extends ImportTest {
    private static final String T = "1723161254";

    private static String format(ImportReport report) {
        return report.stored().origin().format();
    }

    private static ImportOptions as(String format) {
        return ImportOptions.DEFAULT.withFormat(TickFormat.named(format));
    }

    @Test
    void shouldReadDukascopyCsvOfAnyOfItsClocks() throws IOException {
        String columns = ",Ask,Bid,AskVolume,BidVolume \n";
        ImportReport gmt =
                load("EURUSD", "a.csv", "Gmt time" + columns + "01.07.2020 00:00:00.125,1.1235,1.1234,1.5,2\n");
        load("GBPUSD", "b.csv", "Local time" + columns + "01.07.2020 02:00:00.125 GMT+0200,1.1235,1.1234,1.5,2\n");
        load("AUDUSD", "c.csv", "Time (EET)" + columns + "2020.07.01 03:00:00.125,1.1235,1.1234,1.5,2\n");
        load("NZDUSD", "d.csv", "timestamp,askPrice,bidPrice,askVolume,bidVolume\n1593561600125,1.1235,1.1234,1.5,2\n");

        assertThat(format(gmt)).startsWith("dukascopy-csv").endsWith("times of UTC");
        String tick = Ticks.ns("2020-07-01T00:00:00.125Z") + " 1.1234 1.1235 2.0 1.5";
        assertThat(Ticks.all(store, "EURUSD")).containsExactly(tick);
        assertThat(Ticks.all(store, "GBPUSD")).containsExactly(tick);
        assertThat(Ticks.all(store, "AUDUSD")).containsExactly(tick);
        assertThat(Ticks.all(store, "NZDUSD")).containsExactly(tick);
    }

    @Test
    void shouldReadTrueFxWithAndWithoutPairAndKeepOtherPairsOut() throws IOException {
        ImportReport report = load("EURUSD", "a.csv", """
                EUR/USD,20120102 00:00:00.123,1.29410,1.29435
                GBP/USD,20120102 00:00:00.124,1.55410,1.55435
                EUR/USD,20120102 00:00:01.000,1.29411,1.29436
                """);
        ImportReport bare = load("USDJPY", "b.csv", "20120102 00:00:00.123,76.911,76.921\n");

        assertThat(format(report)).startsWith("truefx");
        assertThat(format(bare)).startsWith("truefx");
        assertThat(reasons(report))
                .containsExactly("a.csv:2: row is of GBP/USD where those of EUR/USD are taken; rejected");
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly(
                        Ticks.ns("2012-01-02T00:00:00.123Z") + " 1.29410 1.29435 0 0",
                        Ticks.ns("2012-01-02T00:00:01Z") + " 1.29411 1.29436 0 0");
        assertThat(Ticks.all(store, "USDJPY"))
                .containsExactly(Ticks.ns("2012-01-02T00:00:00.123Z") + " 76.911 76.921 0 0");
    }

    @Test
    void shouldCarryBlankSidesOfMetaTraderTicksOver() throws IOException {
        ImportOptions athens = ImportOptions.DEFAULT.withZone(ZoneId.of("Europe/Athens"));
        Path file = write("ticks.csv", """
                <DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>
                2020.01.02\t00:00:00.100\t\t1.12020\t\t\t4
                2020.01.02\t00:00:00.217\t1.12000\t1.12020\t\t\t6
                2020.01.02\t00:00:01.317\t1.12001\t\t\t\t2
                2020.01.02\t00:00:02.000\t\t1.12019\t0.00000\t0\t4
                """);
        ImportReport report = load("EURUSD", athens, file);

        assertThat(format(report))
                .isEqualTo("mt5, tab-separated quotes and trades with a header, times of Europe/Athens");
        assertThat(reasons(report)).containsExactly("ticks.csv:2: bid is empty and no row above has one; rejected");
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly(
                        Ticks.ns("2020-01-01T22:00:00.217Z") + " 1.12000 1.12020 0 0",
                        Ticks.ns("2020-01-01T22:00:01.317Z") + " 1.12001 1.12020 0 0",
                        Ticks.ns("2020-01-01T22:00:02Z") + " 1.12001 1.12019 0 0");
    }

    @Test
    void shouldReadTradesAmongMetaTraderTicks() throws IOException {
        load("SBER", "ticks.csv", """
                <DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>
                2020.01.02\t10:00:00.100\t254.1\t254.2\t\t\t6
                2020.01.02\t10:00:00.200\t\t\t254.2\t30\t56
                2020.01.02\t10:00:00.300\t254.15\t\t254.15\t10\t90
                """);

        String second = Ticks.ns("2020-01-02T10:00:00Z") / 1_000_000_000 + "";
        assertThat(Ticks.all(store, "SBER"))
                .containsExactly(
                        second + "100000000 254.10 254.20 0 0",
                        second + "200000000 254.20 30 buy",
                        second + "300000000 254.15 254.20 0 0",
                        second + "300000000 254.15 10 sell");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            spot trades;      binance-trades;    1,61000.5,0.25,15250.125,TIME,True,True
            futures trades;   binance-trades;    1,61000.5,0.25,15250.125,TIME,true
            spot agg;         binance-aggtrades; 1,61000.5,0.25,1,2,TIME,True,True
            futures agg;      binance-aggtrades; 1,61000.5,0.25,1,2,TIME,true
            """)
    void shouldReadBinanceColumnsInMillisecondsAndMicroseconds(String name, String format, String row)
            throws IOException {
        ImportReport millis = load("BTCUSDT", name + ".csv", row.replace("TIME", T + "123") + "\n");
        ImportReport micros = load("ETHUSDT", name + "2.csv", row.replace("TIME", T + "123456") + "\n");

        assertThat(format(millis)).startsWith(format + ",").endsWith("times in milliseconds");
        assertThat(format(micros)).startsWith(format + ",").endsWith("times in microseconds");
        assertThat(Ticks.all(store, "BTCUSDT")).containsExactly(T + "123000000 61000.5 0.25 sell");
        assertThat(Ticks.all(store, "ETHUSDT")).containsExactly(T + "123456000 61000.5 0.25 sell");
    }

    @Test
    void shouldReadBinanceAggTradesWithHeader() throws IOException {
        ImportReport report = load("BTCUSDT", "f.csv", """
                agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
                1,61000.5,0.25,1,2,1723161254123,false
                """);

        assertThat(format(report)).startsWith("binance-aggtrades, comma-separated trades with a header");
        assertThat(Ticks.all(store, "BTCUSDT")).containsExactly(T + "123000000 61000.5 0.25 buy");
    }

    @Test
    void shouldReadTardisQuotesAtTheExchangesTime() throws IOException {
        ImportReport report = load("BTCUSDT", "quotes.csv", """
                exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount
                binance,BTCUSDT,1723161254123456,1723161254999999,2,61000.1,61000,3
                """);

        assertThat(format(report)).startsWith("tardis, comma-separated quotes");
        assertThat(Ticks.all(store, "BTCUSDT")).containsExactly(T + "123456000 61000.0 61000.1 3 2");
    }

    @Test
    void shouldTakeLeanMarketAndScaleFromThePath() throws IOException {
        ImportReport equity = load(
                "SPY",
                write(
                        "equity/usa/tick/spy/20131007_trade.csv",
                        "34200000,1678900,100,P,0,0\n34200000.5,1678950,200,P,0,0\n"));
        ImportReport crypto =
                load("BTCUSD", write("crypto/gdax/tick/btcusd/20181007_quote.csv", "1000,6500.1,0.5,6500.2,0.25\n"));

        assertThat(format(equity))
                .isEqualTo("lean, comma-separated trades without a header, prices count 10^-4, milliseconds since"
                        + " midnight of America/New_York");
        assertThat(Ticks.all(store, "SPY"))
                .containsExactly(
                        Ticks.ns("2013-10-07T13:30:00Z") + " 167.890 100",
                        Ticks.ns("2013-10-07T13:30:00.000500Z") + " 167.895 200");
        assertThat(format(crypto)).startsWith("lean").endsWith("of UTC");
        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly(Ticks.ns("2018-10-07T00:00:01Z") + " 6500.1 6500.2 0.50 0.25");
    }

    @Test
    void shouldNotTakeLeanBarsForTicks() throws IOException {
        assertRefused(
                as("lean"),
                write("20140507_eurusd_minute_quote.csv", "0,1,1,1,1,0,1,1,1,1,0\n"),
                "is not lean: that has milliseconds since midnight");
    }

    private Path bi5(String name, int... records) throws IOException {
        ByteBuffer plain = ByteBuffer.allocate(records.length * 4);
        for (int i = 0; i < records.length; i++) {
            plain.putInt(i % 5 < 3 ? records[i] : Float.floatToIntBits(records[i] / 100f));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LZMAOutputStream out = new LZMAOutputStream(bytes, new LZMA2Options(), plain.capacity())) {
            out.write(plain.array());
        }
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.toByteArray());
    }

    @Test
    void shouldTakeTheMonthOfDukascopyPathsFromZeroAndTheScaleFromTheSymbol() throws IOException {
        Path euro = bi5("EURUSD/2020/00/31/23h_ticks.bi5", 3_599_999, 110123, 110120, 150, 75);
        Path empty = Files.write(files.resolve("EURUSD/2020/00/31/22h_ticks.bi5"), new byte[0]);
        Path gold = bi5("XAUUSD/2020/11/01/00h_ticks.bi5", 0, 1777123, 1777001, 1, 100);
        ImportReport report = load("EURUSD", ImportOptions.DEFAULT, empty, euro);
        load("XAUUSD", gold);

        assertThat(format(report)).isEqualTo("dukascopy-bi5, quotes, prices count 10^-5, times of UTC");
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly(Ticks.ns("2020-01-31T23:59:59.999Z") + " 1.10120 1.10123 0.75 1.50");
        assertThat(Ticks.all(store, "XAUUSD"))
                .containsExactly(Ticks.ns("2020-12-01T00:00:00Z") + " 1777.001 1777.123 1.00 0.01");
    }

    @Test
    void shouldNotGuessTheScaleOfDukascopyPrices() throws IOException {
        Path oil = bi5("LIGHTCMDUSD/2020/00/31/23h_ticks.bi5", 0, 51123, 51120, 100, 100);
        assertThatThrownBy(() -> load("OIL", oil))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("what the prices of OIL count is not known; state it");
        load("OIL", ImportOptions.DEFAULT.withScale(3), oil);

        assertThat(Ticks.all(store, "OIL")).containsExactly(Ticks.ns("2020-01-31T23:00:00Z") + " 51.120 51.123 1 1");
        Path yen = bi5("USDJPY/2020/00/31/23h_ticks.bi5", 0, 108123, 108120, 100, 100);
        assertThatThrownBy(() -> load("EURUSD", yen)).hasMessageContaining("lies in a folder of USDJPY");
        ImportOptions columns = ImportOptions.DEFAULT.withColumns(ColumnChoice.parse("time=0,bid=1,ask=2"));
        assertThatThrownBy(() -> load("USDJPY", columns, yen)).hasMessageContaining("do not state them");
        Path lost = bi5("EURUSD/23h_ticks.bi5", 0, 108123, 108120, 100, 100);
        assertThatThrownBy(() -> load("EURUSD", lost)).hasMessageContaining("its date is not told");
    }

    @Test
    void shouldRejectDukascopyRecordsThatCannotBe() throws IOException {
        Path file = bi5(
                "EURUSD/2020/00/31/23h_ticks.bi5",
                0,
                110123,
                110120,
                100,
                100,
                3_600_000,
                110123,
                110120,
                100,
                100,
                1,
                110123,
                0,
                100,
                100,
                2,
                110123,
                110120,
                -100,
                100);

        assertThat(reasons(load("EURUSD", file)))
                .containsExactly(
                        "23h_ticks.bi5:2: time 3600000 ms lies outside the hour; rejected",
                        "23h_ticks.bi5:3: bid 0 is not positive; rejected",
                        "23h_ticks.bi5:4: ask volume -1.0 is no quantity; rejected");
    }

    @Test
    void shouldSayWhatAStatedFormatLacks() throws IOException {
        Path file = write("f.csv", "time,bid,ask\n1398902400,1.1,1.2\n");
        for (String format : new String[] {
            "dukascopy-csv", "histdata", "mt5", "lean", "binance-trades", "binance-aggtrades", "bitstamp", "tardis"
        }) {
            assertRefused(as(format), file, "f.csv is not " + format + ": that has ", "leave the format out");
        }
        assertRefused(as("parquet"), file, "f.csv is no Parquet file");
        assertRefused(as("dukascopy-bi5"), file, "its date is not told");
        assertThatThrownBy(() -> TickFormat.named("cvs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no format is called 'cvs'; there are csv, dukascopy-bi5, dukascopy-csv, histdata, truefx,"
                        + " mt5, lean, binance-trades, binance-aggtrades, binance-stream, bitstamp, tardis, parquet");
    }

    @Test
    void shouldLetTheStatedZoneReplaceTheFormatsOwn() throws IOException {
        Path file = write("f.csv", "20200101 170000065,1.10,1.11,0\n");
        load("EURUSD", ImportOptions.DEFAULT.withZone(ZoneOffset.UTC), file);

        assertThat(Ticks.all(store, "EURUSD")).containsExactly(Ticks.ns("2020-01-01T17:00:00.065Z") + " 1.10 1.11 0 0");
    }
}
