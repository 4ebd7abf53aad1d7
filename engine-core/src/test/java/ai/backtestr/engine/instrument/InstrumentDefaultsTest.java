package ai.backtestr.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a symbol alone tells. Contract and tick sizes are the exchanges' published ones; a tick's worth in money,
/// which they publish too, is checked against the two.
class InstrumentDefaultsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            EURUSD,    5, forex,   America/New_York, EUR,    USD,  1, 1, 100000, 1
            usdjpy,    3, forex,   America/New_York, USD,    JPY,  1, 1, 100000, 1
            EUR-GBP,   5, forex,   America/New_York, EUR,    GBP,  1, 1, 100000, 1
            XAUUSD,    3, forex,   America/New_York, XAU,    USD,  1, 1, 100,    1
            XAGUSD,    3, forex,   America/New_York, XAG,    USD,  1, 1, 5000,   1
            BTCUSDT,   2, 24x7,    Z,                BTC,    USDT, 1, 1, 1,      1
            BTCJPY,    0, 24x7,    Z,                BTC,    JPY,  1, 1, 1,      1
            ETHBTC,    6, 24x7,    Z,                ETH,    BTC,  1, 1, 1,      1
            AAPL,      2, stocks,  America/New_York, AAPL,   USD,  1, 100, 100,  1
            SPY,       4, stocks,  America/New_York, SPY,    USD,  100, 100, 100, 1
            ES,        2, futures, America/Chicago,  ES,     USD,  25, 100, 1,   50
            ESZ24,     2, futures, America/Chicago,  ESZ24,  USD,  25, 100, 1,   50
            MYMH5,     0, futures, America/Chicago,  MYMH5,  USD,  1, 100, 1,    0.5
            6EH2025,   5, futures, America/Chicago,  6EH2025, USD, 5, 100, 1,    125000
            6J,        7, futures, America/Chicago,  6J,     USD,  5, 100, 1,    12500000
            6J,        6, futures, America/Chicago,  6J,     USD,  1, 100, 1,    12500000
            GBPM3,     4, 24x7,    Z,                GBPM3,  USD,  1, 1, 1,      1
            DE40,      1, stocks,  Europe/Berlin,    DE40,   EUR,  1, 1, 1,      1
            SPX500USD, 1, stocks,  America/New_York, SPX500USD, USD, 1, 1, 1,    1
            BTC,       2, 24x7,    Z,                BTC,    USD,  1, 1, 1,      1
            BTCZ24,    0, futures, America/Chicago,  BTCZ24, USD,  5, 100, 1,    5
            WHATEVER,  2, 24x7,    Z,                WHATEVER, USD, 1, 1, 1,     1
            """)
    void shouldKnowBySymbol(
            String symbol,
            int priceScale,
            String calendar,
            String zone,
            String base,
            String quote,
            long tick,
            long step,
            BigDecimal lot,
            BigDecimal contractSize) {
        Instrument instrument = InstrumentDefaults.of(symbol, priceScale, 2);

        assertThat(instrument.calendar().name()).isEqualTo(calendar);
        assertThat(instrument.calendar().zone().getId()).isEqualTo(zone);
        assertThat(instrument.quoteCurrency()).isEqualTo(quote);
        assertThat(instrument.contract()).isEqualTo(new ContractTerms(base, tick, step, step, lot, contractSize));
    }

    /// Money for one tick of one contract, as the exchanges state it.
    @ParameterizedTest
    @CsvSource(textBlock = """
            ES,  8, 12.50
            MES, 8, 1.25
            NQ,  8, 5.00
            YM,  8, 5.00
            RTY, 8, 5.00
            CL,  8, 10.00
            NG,  8, 10.00
            GC,  8, 10.00
            SI,  8, 25.00
            HG,  8, 12.50
            ZB,  8, 31.25
            ZN,  8, 15.625
            ZF,  8, 7.8125
            ZT,  8, 7.8125
            6E,  8, 6.25
            6B,  8, 6.25
            6J,  8, 6.25
            ZC,  8, 12.50
            ZS,  8, 12.50
            ZL,  8, 6.00
            LE,  8, 10.00
            KC,  8, 18.75
            SB,  8, 11.20
            VX,  8, 50.00
            FDAX, 8, 25.00
            FESX, 8, 10.00
            """)
    void shouldValueATickAsTheExchangeDoes(String root, int priceScale, BigDecimal worth) {
        Instrument future = InstrumentDefaults.of(root, priceScale, 0);

        assertThat(new ContractValue(future).of(future.contract().tickSize(), 1))
                .isEqualTo(worth.movePointRight(8).longValueExact());
    }

    @Test
    void shouldKeepTheCalendarsZoneUnlessToldOtherwise() {
        assertThat(TradingCalendar.FOREX.isInOwnZone()).isTrue();
        assertThat(InstrumentDefaults.of("DAX", 1, 0).calendar().isInOwnZone()).isFalse();
    }
}
