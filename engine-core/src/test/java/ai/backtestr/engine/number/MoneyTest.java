package ai.backtestr.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void shouldAgreeWithBigDecimalOnProducts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long price = random.nextLong() >> (20 + random.nextInt(40));
            long quantity = random.nextLong() >> (20 + random.nextInt(40));
            int scale = random.nextInt(25);
            BigDecimal exact = BigDecimal.valueOf(price)
                    .multiply(BigDecimal.valueOf(quantity))
                    .scaleByPowerOfTen(-scale)
                    .setScale(8, RoundingMode.HALF_EVEN);
            if (exact.unscaledValue().bitLength() < 63) {
                assertThat(Money.product(price, quantity, scale))
                        .as("seed %d: %d x %d at scale %d", seed, price, quantity, scale)
                        .isEqualTo(exact.unscaledValue().longValueExact());
            }
        }
    }

    @Test
    void shouldRoundHalvesToEven() {
        assertThat(Money.product(5, 1, 9)).isEqualTo(0);
        assertThat(Money.product(15, 1, 9)).isEqualTo(2);
        assertThat(Money.product(-15, 1, 9)).isEqualTo(-2);
        assertThat(Money.product(-25, 1, 9)).isEqualTo(-2);
        assertThat(Money.product(26, 1, 9)).isEqualTo(3);
    }

    @Test
    void shouldRefuseAmountsBeyondItsRange() {
        assertThatThrownBy(() -> Money.product(1_000_000_000_000L, 1_000_000_000_000L, 2))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.product(93_000_000_000L, 1, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(Money.product(92_000_000_000L, 1, 0)).isEqualTo(9_200_000_000_000_000_000L);
    }

    @Test
    void shouldWriteTwoDecimalsAtLeast() {
        assertThat(Money.format(Money.parse("12"))).isEqualTo("12.00");
        assertThat(Money.format(Money.parse("12.5"))).isEqualTo("12.50");
        assertThat(Money.format(Money.parse("-0.00000001"))).isEqualTo("-0.00000001");
        assertThat(Money.format(0)).isEqualTo("0.00");
    }
}
