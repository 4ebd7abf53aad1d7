package ai.backtestr.render.axis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTextTest {
    @ParameterizedTest
    @CsvSource({
        "1e3, 1 µs",
        "250e6, 250 ms",
        "1e9, 1 s",
        "59.99e9, 60 s",
        "984e9, 16 min",
        "60e9, 1 min",
        "5400e9, 1.5 h",
        "86400e9, 1 d",
        "302400e9, 3.5 d",
        "100, 0.1 µs",
    })
    void shouldTellALength(double ns, String text) {
        assertThat(SpanText.of(ns)).isEqualTo(text);
    }
}
