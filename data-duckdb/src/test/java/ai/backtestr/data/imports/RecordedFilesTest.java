package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Imports recorded files and reads every tick back; what they hold is told by the database's own CSV reader.
class RecordedFilesTest extends ImportTest {
    private void assertCounts(ImportReport report, long rows, long outOfOrder) {
        assertThat(report.stored().tally().rowsRead()).isEqualTo(rows);
        assertThat(report.stored().tally().accepted()).isEqualTo(rows);
        assertThat(report.rejections()).isEmpty();
        assertThat(report.stored().tally().outOfOrder()).isEqualTo(outOfOrder);
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks")).containsExactly(Long.toString(rows));
    }

    /// Every tick as text, by the database's CSV reader, in the file's order.
    private List<String> expected(Path file, String options, String line) {
        return Ticks.query(
                store,
                "SELECT " + line + " FROM read_csv('" + file + "', all_varchar = true, parallel = false" + options
                        + ")");
    }

    private static String decimals(String column, int scale) {
        return column + "::DECIMAL(38, " + scale + ")::VARCHAR";
    }

    @Test
    void shouldReadBackBitstampTradesDigitForDigit() {
        Path file = SharedFile.of("crypto_bitstamp/bitstamp_trades_from_20131125_usd.csv.gz");
        ImportReport report = load("BTCUSD", file);

        assertCounts(report, 100_000, 0);
        assertThat(report.stored().origin().format())
                .isEqualTo("bitstamp, comma-separated trades with a header, times in seconds");
        assertThat(report.stored().firstNs()).isEqualTo(Ticks.ns("2013-11-25T00:00:00Z"));
        assertThat(store.instrument("BTCUSD"))
                .contains(
                        new Instrument("BTCUSD", 2, 8, "USD", TradingCalendar.ALWAYS_OPEN, ContractTerms.plain("BTC")));
        assertThat(Ticks.all(store, "BTCUSD"))
                .isEqualTo(expected(
                        file,
                        "",
                        "concat_ws(' ', \"timestamp\" || '000000000', " + decimals("price", 2) + ", "
                                + decimals("amount", 8) + ")"));
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks WHERE size = 0"))
                .containsExactly("18");
    }

    @Test
    void shouldReadBackBitcoinchartsTradesWithoutHeader() {
        Path file = SharedFile.of("crypto_bitstamp/bitcoincharts_bitstampUSD.csv");
        ImportReport report = load("BTCUSD", file);

        assertCounts(report, 9_999, 0);
        assertThat(report.stored().origin().format())
                .isEqualTo("csv, comma-separated trades without a header, times in seconds");
        Instrument instrument = store.instrument("BTCUSD").orElseThrow();
        assertThat(Ticks.all(store, "BTCUSD"))
                .isEqualTo(expected(
                        file,
                        ", header = false",
                        "concat_ws(' ', column0 || '000000000', " + decimals("column1", instrument.priceScale()) + ", "
                                + decimals("column2", instrument.quantityScale()) + ")"));
    }

    @Test
    void shouldReadBackTrueFxQuotesWithOffset() {
        Path file = SharedFile.of("fx_truefx/usdjpy-ticks.csv");
        ImportReport report = load("USDJPY", file);

        assertCounts(report, 1_000, 0);
        assertThat(report.stored().origin().format())
                .isEqualTo("csv, comma-separated quotes with a header, times with their zone");
        assertThat(store.instrument("USDJPY"))
                .contains(new Instrument(
                        "USDJPY",
                        3,
                        0,
                        "JPY",
                        TradingCalendar.FOREX,
                        ContractTerms.plain("USD").withLotSize(BigDecimal.valueOf(100_000))));
        assertThat(Ticks.all(store, "USDJPY"))
                .isEqualTo(expected(
                        file,
                        "",
                        "concat_ws(' ', epoch_us(\"timestamp\"::TIMESTAMPTZ) || '000', " + decimals("bid", 3) + ", "
                                + decimals("ask", 3) + ", 0, 0)"));
    }

    @Test
    void shouldReadBackTardisTradesInMicroseconds() {
        Path file = SharedFile.of("crypto_tardis_csv/binance-futures_trades_BTCUSDT_2020-02-22.csv");
        ImportReport report = load("BTCUSDT", file);

        assertCounts(report, 9_999, 0);
        assertThat(report.stored().origin().format()).endsWith("times in microseconds");
        Instrument instrument = store.instrument("BTCUSDT").orElseThrow();
        assertThat(instrument.quoteCurrency()).isEqualTo("USDT");
        assertThat(Ticks.all(store, "BTCUSDT"))
                .isEqualTo(expected(
                        file,
                        "",
                        "concat_ws(' ', \"timestamp\" || '000', " + decimals("price", instrument.priceScale()) + ", "
                                + decimals("amount", instrument.quantityScale()) + ", side)"));
    }

    @Test
    void shouldReadBackEightDaysOfBitflyerTrades() {
        Path file = SharedFile.of("crypto_bitflyer_BTCJPY/BTC_JPY_trades_20180121_20180128.clean.csv.gz");
        ImportReport report = load("BTCJPY", file);

        assertCounts(report, 1_045_501, 0);
        Instrument instrument = store.instrument("BTCJPY").orElseThrow();
        assertThat(instrument.quoteCurrency()).isEqualTo("JPY");
        assertThat(Ticks.all(store, "BTCJPY"))
                .isEqualTo(expected(
                        file,
                        "",
                        "concat_ws(' ', timestamp_ms || '000000', " + decimals("price", instrument.priceScale()) + ", "
                                + decimals("size", instrument.quantityScale()) + ", nullif(lower(side), ''))"));
    }

    @Test
    void shouldPreferTimestampOverDateInCcxtTrades() {
        Path file = SharedFile.of("crypto_ccxt_csv/public_trades_list.csv");
        ImportReport report = load("ETHUSDT", file);

        Instrument instrument = store.instrument("ETHUSDT").orElseThrow();
        assertThat(report.stored().tally().accepted()).isEqualTo(1_000);
        assertThat(Ticks.all(store, "ETHUSDT"))
                .isEqualTo(expected(
                        file,
                        "",
                        "concat_ws(' ', \"timestamp\" || '000000', " + decimals("price", instrument.priceScale()) + ", "
                                + decimals("amount", instrument.quantityScale())
                                + ", side)"));
    }
}
