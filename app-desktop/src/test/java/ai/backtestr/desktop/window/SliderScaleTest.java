package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.strategy.Parameter;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SliderScaleTest {
    private static SliderScale whole(int preset, int minimum, int maximum) {
        return SliderScale.of(new Parameter.WholeNumber("n", "N.", preset, minimum, maximum));
    }

    private static SliderScale decimal(String preset, String minimum, String maximum) {
        return SliderScale.of(new Parameter.DecimalNumber(
                "x", "X.", new BigDecimal(preset), new BigDecimal(minimum), new BigDecimal(maximum)));
    }

    @Test
    void shouldSpanASmallRangeWhole() {
        SliderScale scale = whole(14, 2, 100);
        assertThat(scale.low()).isEqualTo(2);
        assertThat(scale.high()).isEqualTo(100);
        assertThat(scale.text(13.6)).isEqualTo("14");
    }

    @Test
    void shouldSpanFourTimesTheDefaultOfAHugeRange() {
        SliderScale scale = whole(26, 2, 10_000);
        assertThat(scale.high()).isEqualTo(104);
        assertThat(scale.position(new BigDecimal("5000"))).isEqualTo(104);
        assertThat(whole(1, 1, 10_000).high()).isEqualTo(11);
    }

    @Test
    void shouldSpreadManyPowersOfTenByTheirLogarithm() {
        SliderScale scale = decimal("1", "0.00000001", "1000000000");
        assertThat(scale.text(scale.low())).isEqualTo("0.01");
        assertThat(scale.text(scale.high())).isEqualTo("100");
        assertThat(scale.text(0)).isEqualTo("1");
        assertThat(scale.text(0.5)).isEqualTo("3.2");
        assertThat(scale.position(new BigDecimal("5"))).isCloseTo(0.69897, within(1e-5));
    }

    @Test
    void shouldRoundASmallDecimalRangeToAFewHundredSteps() {
        SliderScale scale = decimal("2", "0", "10");
        assertThat(scale.text(2.53)).isEqualTo("2.5");
        assertThat(decimal("0.5", "0", "1").text(0.256)).isEqualTo("0.26");
        assertThat(decimal("50", "0", "500").text(49.7)).isEqualTo("50");
    }
}
