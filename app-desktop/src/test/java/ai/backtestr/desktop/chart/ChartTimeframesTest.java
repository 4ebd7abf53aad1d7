package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTimeframesTest {
    private static final long MINUTE_NS = 60_000_000_000L;

    @ParameterizedTest
    @CsvSource({"0, 1s", "5, 1s", "60, 15s", "1440, 5m", "9600, 30m", "525600, 1d", "52560000, 1d"})
    void shouldTakeShortestTimeframeWithAtMostFourHundredBars(long minutes, String timeframe) {
        assertThat(ChartTimeframes.fitting(minutes * MINUTE_NS)).hasToString(timeframe);
    }
}
