package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.axis.TextParts;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentChangeTest {
    private static final long SEED = 3;

    @Test
    void shouldRoundAsTheJdkFormats() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double percent = i % 2 == 0 ? random.nextInt(-200_000, 200_000) / 1000.0 : random.nextGaussian();

            assertThat(PercentChange.write(percent, new TextParts()).toString())
                    .as("%s, seed %d", percent, SEED)
                    .isEqualTo(String.format(Locale.ROOT, "%+.2f%%", percent));
        }
    }

    @Test
    void shouldWriteNothingOfWhatIsNoNumber() {
        assertThat(PercentChange.write(Double.NaN, new TextParts()).isEmpty()).isTrue();
    }
}
