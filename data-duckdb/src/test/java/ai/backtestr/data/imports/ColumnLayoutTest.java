package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which columns a delimited file has: found by its header or its content.
class ColumnLayoutTest extends ImportTest {
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
                .isEqualTo("csv, " + name + "-separated trades with a header, times in seconds");
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
}
