package ai.backtestr.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
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

    @ParameterizedTest
    @CsvSource({
        "P41D, 41d 00h",
        "P1234DT5H59M, '1,234d 05h'",
        "PT3H5M59S, 3h 05m",
        "PT12M30S, 12m 30s",
        "PT4.25S, 4.250s",
        "PT0S, 0.000s"
    })
    void shouldWriteLengthsInTheirTwoLargestUnits(Duration length, String text) {
        assertThat(FigureText.duration(length)).isEqualTo(text);
    }
}
