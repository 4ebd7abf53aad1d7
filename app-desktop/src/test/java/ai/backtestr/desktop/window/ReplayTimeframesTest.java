package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Timeframe;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTimeframesTest {
    private static List<String> of(String... shown) {
        return ReplayTimeframes.of(Stream.of(shown).map(Timeframe::parse).toList()).stream()
                .map(Timeframe::toString)
                .toList();
    }

    @Test
    void shouldMakeWhatTheChartsShowAndWhatIsOffered() {
        assertThat(of("7m", "ha:1h", "renko:20", "1w"))
                .containsExactly("1m", "5m", "7m", "15m", "30m", "1h", "ha:1h", "4h", "12h", "1d", "1w", "renko:20");
    }

    @Test
    void shouldMakeBarsOfSecondsForAChartOfTheseAlone() {
        assertThat(of("15s")).startsWith("15s", "30s", "1m").doesNotContain("5s");
        assertThat(of()).startsWith("1m").endsWith("1d");
    }
}
