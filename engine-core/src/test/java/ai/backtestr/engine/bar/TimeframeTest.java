package ai.backtestr.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
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
        "1d, 1d, 86400000000000",
        "7m, 7m, 420000000000",
        "7h, 7h, 25200000000000",
        "1w, 1w, 604800000000000",
        "1MO, 1mo, 2592000000000000",
        "12mo, 12mo, 31104000000000000",
        "500t, 500t, 0",
        "1000V, 1000v, 0",
        "20r, 20r, 0",
        "renko:20, renko:20, 0",
        "HA:60s, ha:1m, 60000000000",
        "ha:500t, ha:500t, 0",
        "ha:renko:20, ha:renko:20, 0"
    })
    void shouldReadAndWriteInTheLargestUnit(String typed, String written, long lengthNs) {
        Timeframe timeframe = Timeframe.parse(typed);
        assertThat(timeframe).hasToString(written).isEqualTo(Timeframe.parse(written));
        assertThat(timeframe.lengthNs()).isEqualTo(lengthNs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m",
                "0m",
                "-1m",
                "25h",
                "2d",
                "99ms",
                "1.5h",
                "99999999d",
                "2w",
                "5mo",
                "0t",
                "1M",
                "ha:5M",
                "ha:ha:1m",
                "renko",
                "renko:",
                "renko:0",
                "20renko",
                "1.5v",
                "ha:",
                "t",
                "9999999999t"
            })
    void shouldRefuseWhatCannotBeABar(String typed) {
        assertThatThrownBy(() -> Timeframe.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(typed.isEmpty() ? "''" : typed);
    }

    @ParameterizedTest
    @CsvSource({
        "1h, 1m, true", "1h, 7m, false", "1d, 7m, true", "1d, 1d, true", "1w, 1d, true", "1w, 7m, true",
        "1mo, 1w, false", "3mo, 1mo, true", "3mo, 2mo, false", "1d, 1w, false", "1h, 1d, false", "500t, 1m, false",
        "1d, 500t, false", "500t, 500t, true"
    })
    void shouldTellWhatItIsMadeOf(String timeframe, String part, boolean isMade) {
        assertThat(Timeframe.parse(timeframe).isMadeOf(Timeframe.parse(part))).isEqualTo(isMade);
    }

    @Test
    void shouldOrderTimeByLengthAndTheRestAfterIt() {
        List<String> ordered = List.of(
                "1s",
                "1m",
                "ha:1m",
                "1h",
                "1d",
                "ha:1d",
                "1w",
                "1mo",
                "12mo",
                "5t",
                "500t",
                "3v",
                "4r",
                "renko:2",
                "ha:renko:2");
        assertThat(ordered.reversed().stream().map(Timeframe::parse).sorted())
                .extracting(Timeframe::toString)
                .isEqualTo(ordered);
    }
}
