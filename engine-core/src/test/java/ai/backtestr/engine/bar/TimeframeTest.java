package ai.backtestr.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {
    @ParameterizedTest
    @CsvSource({
        "100ms, 100ms, 100000000",
        "1000ms, 1s, 1000000000",
        "60s, 1m, 60000000000",
        "90s, 90s, 90000000000",
        "60m, 1h, 3600000000000",
        "4H, 4h, 14400000000000",
        "24h, 1d, 86400000000000",
        "1d, 1d, 86400000000000"
    })
    void shouldReadAndWriteInTheLargestUnit(String typed, String written, long lengthNs) {
        Timeframe timeframe = Timeframe.parse(typed);
        assertThat(timeframe).hasToString(written).isEqualTo(Timeframe.parse(written));
        assertThat(timeframe.lengthNs()).isEqualTo(lengthNs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "0m", "-1m", "7h", "7s", "25h", "2d", "99ms", "1w", "1.5h", "99999999d"})
    void shouldRefuseWhatCannotBeABar(String typed) {
        assertThatThrownBy(() -> Timeframe.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(typed.isEmpty() ? "''" : typed);
    }
}
