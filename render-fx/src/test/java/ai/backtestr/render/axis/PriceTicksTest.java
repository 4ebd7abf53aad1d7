package ai.backtestr.render.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTicksTest {
    @ParameterizedTest
    @CsvSource({
        "5, 1.07120, 1.07190, 8, 1.07120 1.07130 1.07140 1.07150 1.07160 1.07170 1.07180 1.07190",
        "5, 1.0701, 1.0749, 5, 1.07100 1.07200 1.07300 1.07400",
        "2, 93381, 108364, 4, 95000.00 100000.00 105000.00",
        "2, -7, 7, 3, -5.00 0.00 5.00",
        "0, 13, 14, 10, 13 14",
    })
    void shouldLabelRoundPrices(int decimals, double low, double high, int most, String labels) {
        PriceTicks ticks = new PriceTicks(decimals);

        ticks.choose(low, high, most);

        assertThat(String.join(" ", labels(ticks))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1.01, 2", "2.5, 5", "5, 5", "5.1, 10", "1999, 2000", "20001, 50000"})
    void shouldStepByOneTwoOrFiveTimesAPowerOfTen(double atLeast, long step) {
        assertThat(PriceTicks.niceStep(atLeast)).isEqualTo(step);
    }

    @Test
    void shouldNotStepFinerThanTheLastDecimal() {
        PriceTicks ticks = new PriceTicks(2);

        ticks.choose(10.001, 10.021, 20);

        assertThat(labels(ticks)).containsExactly("10.01", "10.02");
    }

    @Test
    void shouldRoundWhenFormattingAnyPrice() {
        assertThat(new PriceTicks(3).format(0.0005)).isEqualTo("0.001");
    }

    private static List<String> labels(PriceTicks ticks) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < ticks.count(); i++) {
            labels.add(ticks.label(i));
        }
        return labels;
    }
}
