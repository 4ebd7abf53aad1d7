package ai.backtestr.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
    @ParameterizedTest
    @CsvSource({
        "1.07125, 5, 107125",
        "800.050000000000, 2, 80005",
        "-0.5, 1, -5",
        "-.5, 1, -5",
        "5., 2, 500",
        "7, 0, 7",
        "7.000, 0, 7",
        "1e-5, 5, 1",
        "+3, 0, 3",
        "0.278380490000, 8, 27838049",
        "9223372036854775807, 0, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808",
        "000000000000000000000012.5, 1, 125"
    })
    void shouldParseExactly(String text, int scale, long units) {
        assertThat(FixedPoint.parse(text, scale)).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.071251", "0.000001", "9223372036854775807", "1e300"})
    void shouldRefuseWhatFiveDecimalsCannotHold(String text) {
        assertThatThrownBy(() -> FixedPoint.parse(text, 5)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "abc", "1,5", "1.2.3", "NaN", "0x10", "1 2", "--1"})
    void shouldRefuseWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> FixedPoint.parse(text, 5)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void shouldAgreeWithBigDecimalOnRandomNumbers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            int scale = random.nextInt(13);
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), scale);
            assertThat(FixedPoint.parse(number.toPlainString(), scale))
                    .as("seed %d: %s at scale %d", seed, number, scale)
                    .isEqualTo(number.unscaledValue().longValueExact());
        }
    }

    @ParameterizedTest
    @CsvSource({"800.050000000000, 2", "1.07125, 5", "5, 0", "100, 0", "0.000, 0", "1e-7, 7", "1e3, 0"})
    void shouldCountDecimalsThatMatter(String text, int decimals) {
        assertThat(FixedPoint.significantDecimals(text)).isEqualTo(decimals);
    }

    @Test
    void shouldWriteAllDecimals() {
        assertThat(FixedPoint.format(107120, 5)).isEqualTo("1.07120");
        assertThat(FixedPoint.format(-5, 2)).isEqualTo("-0.05");
        assertThat(FixedPoint.format(7, 0)).isEqualTo("7");
    }
}
