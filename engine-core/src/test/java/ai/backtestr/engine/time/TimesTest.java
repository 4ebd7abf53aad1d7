package ai.backtestr.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2013-11-25, 2013-11-25T00:00:00Z",
        "2013-11-25 14:30, 2013-11-25T14:30:00Z",
        "2013-11-25T14:30:05, 2013-11-25T14:30:05Z",
        "2013-11-25T14:30:05.046204200, 2013-11-25T14:30:05.046204200Z",
        "2013-11-25T14:30:05Z, 2013-11-25T14:30:05Z",
        "2013-11-25T14:30:05+09:00, 2013-11-25T05:30:05Z",
        "2013-11-25 14:30:05-05:00, 2013-11-25T19:30:05Z",
        "1969-12-31T23:59:59.5, 1969-12-31T23:59:59.500Z"
    })
    void shouldReadWhatPeopleTypeAsUtc(String typed, String instant) {
        long timeNs = Times.parse(typed);
        assertThat(Times.instant(timeNs)).isEqualTo(Instant.parse(instant));
        assertThat(Times.format(timeNs)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2013-13-01", "2013-11-25T25:00", "1385337600", "2013-11-25 14:30 UTC"})
    void shouldRefuseWhatIsNoTime(String typed) {
        assertThatThrownBy(() -> Times.parse(typed)).isInstanceOf(DateTimeParseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, 999_999_999, -999_999_999, 1_385_337_600_123_456_789L, Long.MIN_VALUE, Long.MAX_VALUE})
    void shouldKeepEveryNanosecond(long timeNs) {
        assertThat(Times.nanos(Times.instant(timeNs))).isEqualTo(timeNs);
    }
}
