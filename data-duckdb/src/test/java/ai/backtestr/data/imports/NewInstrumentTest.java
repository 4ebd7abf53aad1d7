package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is assumed of an instrument that is new.
class NewInstrumentTest extends ImportTest {
    @Test
    void shouldTakeScalesFromSignificantDecimalsOnly() throws IOException {
        load(
                "BTCUSD",
                "f.csv",
                "time,price,size\n1385337600,800.010000000000,1.5e-3\n1385337601,8E+2,12345678901234.5\n");

        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly("1385337600" + S + " 800.01 0.0015", "1385337601" + S + " 800.00 12345678901234.5000");
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
            AAPL,    stocks, USD
            """)
    void shouldGuessCalendarAndCurrency(String symbol, String calendar, String currency) throws IOException {
        load(symbol, "f.csv", "time,price,size\n1385337600,800,1\n");

        assertThat(store.instrument(symbol).orElseThrow().calendar().name()).isEqualTo(calendar);
        assertThat(store.instrument(symbol).orElseThrow().quoteCurrency()).isEqualTo(currency);
    }
}
