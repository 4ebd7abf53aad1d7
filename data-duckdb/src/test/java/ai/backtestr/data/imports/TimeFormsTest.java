package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.Ticks;
import java.io.IOException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource(textBlock = """
            20131125 140000500,           2013-11-25T14:00:00.500Z
            20131125140000,               2013-11-25T14:00:00Z
            20131125140000500,            2013-11-25T14:00:00.500Z
            2013.11.25 14:00:00.5,        2013-11-25T14:00:00.500Z
            2013/11/25 9:05,              2013-11-25T09:05:00Z
            25.11.2013 14:00:00.125,      2013-11-25T14:00:00.125Z
            25.11.2013 14:00:00 GMT+0100, 2013-11-25T13:00:00Z
            2013-11-25 14:00:00 UTC,      2013-11-25T14:00:00Z
            """)
    void shouldReadOtherFormsOfDates(String written, String expected) throws IOException {
        load("BTCUSD", "f.csv", "time,price,size\n" + written + ",800,1\n");

        assertThat(Ticks.all(store, "BTCUSD")).containsExactly(Ticks.ns(expected) + " 800 1");
    }

    @Test
    void shouldReadTimesInTheZoneStatedAcrossItsChangesOfClock() throws IOException {
        ImportOptions newYork = ImportOptions.DEFAULT.withZone(ZoneId.of("America/New_York"));
        ImportReport report = load("BTCUSD", newYork, write("f.csv", """
                time,price,size
                2014-03-09 01:59:59,1,1
                2014-03-09 02:30:00,2,1
                2014-03-09 03:00:00,3,1
                2014-11-02 00:59:59,4,1
                2014-11-02 01:30:00,5,1
                2014-11-02 01:59:00,6,1
                2014-11-02 01:01:00,7,1
                2014-11-02 01:30:00,8,1
                2014-11-02 02:00:00,9,1
                2014-11-02 12:00:00Z,10,1
                """));

        assertThat(reasons(report))
                .containsExactly("f.csv:3: time '2014-03-09 02:30:00' does not exist in America/New_York, where clocks"
                        + " went forward; rejected");
        assertThat(Ticks.query(store, "SELECT time, price::INT FROM ticks ORDER BY time"))
                .containsExactly(
                        "2014-03-09 06:59:59 1",
                        "2014-03-09 07:00:00 3",
                        "2014-11-02 04:59:59 4",
                        "2014-11-02 05:30:00 5",
                        "2014-11-02 05:59:00 6",
                        "2014-11-02 06:01:00 7",
                        "2014-11-02 06:30:00 8",
                        "2014-11-02 07:00:00 9",
                        "2014-11-02 12:00:00 10");
    }

    @Test
    void shouldReadPatternsAndUnitsThatAreStated() throws IOException {
        ImportOptions pattern = ImportOptions.DEFAULT.withTimePattern("dd/MM/yyyy HH:mm:ss.SSS");
        load(
                "A",
                pattern.withZone(ZoneId.of("-05:00")),
                write("a.csv", "time,price,size\n01/02/2013 14:00:00.125,1,1\n"));
        load("B", ImportOptions.DEFAULT.withTimePattern("ms"), write("b.csv", "time,price,size\n86400000.5,1,1\n"));

        assertThat(Ticks.all(store, "A")).containsExactly(Ticks.ns("2013-02-01T19:00:00.125Z") + " 1 1");
        assertThat(Ticks.all(store, "B")).containsExactly(Ticks.ns("1970-01-02T00:00:00.000500Z") + " 1 1");
    }

    @Test
    void shouldRefuseAZoneForCountsSinceTheEpoch() throws IOException {
        assertRefused(
                ImportOptions.DEFAULT.withZone(ZoneId.of("-05:00")),
                write("f.csv", "time,bid,ask\n1385337600,1.1,1.2\n"),
                "its times count from the epoch, which is in UTC; leave the zone out");
    }
}
