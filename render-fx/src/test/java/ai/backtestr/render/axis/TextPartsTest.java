package ai.backtestr.render.axis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextPartsTest {
    private static final long SEED = 20261123;

    private final Random random = new Random(SEED);

    @Test
    void shouldWriteNumbersAsFixedPointDoes() {
        for (int i = 0; i < 20_000; i++) {
            long units = random.nextLong() >> random.nextInt(64);
            int decimals = random.nextInt(FixedPoint.MAX_SCALE + 1);

            assertThat(new TextParts().number(units, decimals).toString())
                    .as("%d at %d, seed %d", units, decimals, SEED)
                    .isEqualTo(FixedPoint.format(units, decimals));
        }
        assertThat(new TextParts().number(Long.MIN_VALUE, 2).toString()).isEqualTo("-92233720368547758.08");
    }

    @Test
    void shouldLeaveOutZerosAtTheEnd() {
        for (int i = 0; i < 20_000; i++) {
            long units = random.nextLong(2_000_000) * FixedPoint.powerOfTen(random.nextInt(9));
            BigDecimal number = BigDecimal.valueOf(units, 8);
            String expected = units == 0 ? "0" : number.stripTrailingZeros().toPlainString();

            assertThat(new TextParts().trimmed(units, 8).toString())
                    .as("%d, seed %d", units, SEED)
                    .isEqualTo(expected);
        }
    }

    @Test
    void shouldRoundHalvesUpByTheDigitsThatAreWritten() {
        for (int i = 0; i < 50_000; i++) {
            double size = random.nextInt(1_000_000) / 1_000.0;
            long expected = new BigDecimal(Double.toString(size))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();

            assertThat(TextParts.halfUp(size, 100))
                    .as("%s, seed %d", size, SEED)
                    .isEqualTo(expected);
        }
        assertThat(TextParts.halfUp(1.005, 100)).isEqualTo(101);
        assertThat(TextParts.halfUp(1e300, 100)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldTellWhetherItReadsOtherwise() {
        TextParts line = new TextParts();
        assertThat(line.begin().number(107_123, 5).isChanged()).isTrue();
        assertThat(line.begin().number(107_123, 5).isChanged()).isFalse();
        assertThat(line.begin().number(107_124, 5).isChanged()).isTrue();
        assertThat(line.begin().isChanged()).isTrue();
        assertThat(line.begin().isChanged()).isFalse();
        assertThat(line.begin().number(107_124, 5).isChanged()).isTrue();
    }

    @Test
    void shouldNotMakeTheSameTextTwice() {
        TextParts first = new TextParts().number(2_107_123, 5);
        TextParts second = new TextParts().number(2_107_123, 5);

        assertThat(first.count()).isEqualTo(3);
        for (int i = 0; i < first.count(); i++) {
            assertThat(first.part(i)).isSameAs(second.part(i));
        }
    }
}
