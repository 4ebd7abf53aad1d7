package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How times are written, and in which zone.
class TimeFormsTest extends ImportTest {
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
}
