package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
            space,     ' '
            '''~''',   '~'
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

    @Test
    void shouldReadDecimalCommas() throws IOException {
        ImportReport report =
                load("EURUSD", "f.csv", "2014-05-01 00:00:00;1,38727;1,38729\n2014-05-01 00:00:01,5;1,38726;1.38729\n");

        assertThat(report.stored().origin().format())
                .isEqualTo("csv, semicolon-separated quotes without a header, decimal comma, times of UTC");
        assertThat(reasons(report)).containsExactly("f.csv:2: ask 1.38729 is not a number; rejected");
        assertThat(Ticks.all(store, "EURUSD"))
                .containsExactly(Ticks.ns("2014-05-01T00:00:00Z") + " 1.38727 1.38729 0 0");
    }

    @Test
    void shouldReadDateAndTimeInTwoColumns() throws IOException {
        load("EURUSD", "a.csv", "Date,Time,Bid,Ask\n2014.05.01,00:00:00.25,1.1,1.2\n");
        load("GBPUSD", "b.csv", "20140501,000000250,1.10,1.11\n");

        long time = Ticks.ns("2014-05-01T00:00:00.250Z");
        assertThat(Ticks.all(store, "EURUSD")).containsExactly(time + " 1.1 1.2 0 0");
        assertThat(Ticks.all(store, "GBPUSD")).containsExactly(time + " 1.10 1.11 0 0");
    }

    @Test
    void shouldReadBuyerMakerAsTheSellersAggression() throws IOException {
        load("BTCUSD", "f.csv", """
                time,price,size,is_buyer_maker
                1385337600,800,1,true
                1385337601,800,1,False
                1385337602,800,1,1
                """);

        assertThat(Ticks.all(store, "BTCUSD"))
                .containsExactly(
                        "1385337600" + S + " 800 1 sell",
                        "1385337601" + S + " 800 1 buy",
                        "1385337602" + S + " 800 1 sell");
    }

    @Test
    void shouldReadStatedColumnsByNumberAndByName() throws IOException {
        ImportOptions numbers = ImportOptions.DEFAULT.withColumns(ColumnChoice.parse("price=3, size=1, time=2"));
        ImportOptions names = ImportOptions.DEFAULT.withColumns(ColumnChoice.parse("time=when,bid=low,ask=high"));
        load("A", numbers.withScale(2), write("a.csv", "x,5,1385337600,80012,y\n"));
        load("B", names, write("b.csv", "low,high,when\n1.1,1.2,1385337600\n"));

        assertThat(Ticks.all(store, "A")).containsExactly("1385337600" + S + " 800.12 5");
        assertThat(Ticks.all(store, "B")).containsExactly("1385337600" + S + " 1.1 1.2 0 0");
        assertThatThrownBy(() -> load("C", names, write("c.csv", "low,high,at\n1.1,1.2,1385337600\n")))
                .hasMessageEndingWith("c.csv has no column 'when'; it has low, high, at");
    }

    @Test
    void shouldReadParquetOfAnyNamesAndTypes() throws SQLException {
        Path file = files.resolve("f.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 1385337600123456789::BIGINT AS t, 800.25::DECIMAL(9, 2) AS p, 0.1::FLOAT AS q,"
                            + " 'buy' AS s UNION ALL SELECT 1385337601000000000, 1e-3, 2, NULL) TO '" + file + "'");
        }
        load("A", ImportOptions.DEFAULT.withColumns(ColumnChoice.parse("time=t,price=p,size=q,side=s")), file);

        assertThat(Ticks.all(store, "A").getFirst()).isEqualTo("1385337600123456789 800.250 0.1 buy");
        assertThatThrownBy(() -> load("B", file)).hasMessageContaining("its header 't,p,q,s' names neither time");
    }
}
