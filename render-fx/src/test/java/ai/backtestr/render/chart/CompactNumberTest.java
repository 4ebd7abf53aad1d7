package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "847, 847",
        "1.5, 1.50",
        "999.96, 1.00K",
        "12300, 12.30K",
        "999999, 1.00M",
        "4560000, 4.56M",
        "2.5e15, 2500.0T"
    })
    void shouldWriteThreeOrFourDigits(double value, String text) {
        assertThat(CompactNumber.format(value)).isEqualTo(text);
    }
}
