package ai.backtestr.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.time.Times;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// New York changed to daylight saving on 9 March and back on 2 November 2014, at 02:00.
class TradingCalendarTest {
    @ParameterizedTest
    @CsvSource({
        // winter: 17:00 New York is 22:00 UTC
        "2014-01-15T21:59:59.999999999Z, 2014-01-14T22:00:00Z, 2014-01-15T22:00:00Z",
        "2014-01-15T22:00:00Z,           2014-01-15T22:00:00Z, 2014-01-16T22:00:00Z",
        // summer: 21:00 UTC
        "2014-07-15T12:00:00Z,           2014-07-14T21:00:00Z, 2014-07-15T21:00:00Z",
        // the day that holds the change has 23 hours
        "2014-03-09T12:00:00Z,           2014-03-08T22:00:00Z, 2014-03-09T21:00:00Z",
        // and 25 in autumn
        "2014-11-02T12:00:00Z,           2014-11-01T21:00:00Z, 2014-11-02T22:00:00Z"
    })
    void shouldBeginForexDaysAtFiveInNewYork(String time, String start, String next) {
        long timeNs = Times.parse(time);
        assertThat(Times.format(TradingCalendar.FOREX.dayStart(timeNs))).isEqualTo(start);
        assertThat(Times.format(TradingCalendar.FOREX.nextDayStart(timeNs))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2013-11-25T00:00:00Z, 2013-11-25T00:00:00Z, 2013-11-26T00:00:00Z",
        "2013-11-25T23:59:59.999999999Z, 2013-11-25T00:00:00Z, 2013-11-26T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void shouldBeginOtherDaysAtMidnightUtc(String time, String start, String next) {
        long timeNs = Times.parse(time);
        assertThat(Times.format(TradingCalendar.ALWAYS_OPEN.dayStart(timeNs))).isEqualTo(start);
        assertThat(Times.format(TradingCalendar.ALWAYS_OPEN.nextDayStart(timeNs)))
                .isEqualTo(next);
    }
}
