package ai.backtestr.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs, as all tests do, in a locale that writes numbers another way.
class FigureTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234567.891|1,234,567.89", "-0.001|0.00", "0.125|0.12", "0.135|0.14", "-1000|-1,000.00"})
    void shouldWriteThousandsApartAndTwoDecimals(BigDecimal value, String text) {
        assertThat(FigureText.decimal(value)).isEqualTo(text);
    }
}
