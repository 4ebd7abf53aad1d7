package ai.backtestr.engine.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Expected values of numpy: `polyfit(log b, log a, 1)[0]` and the last of the residuals over their `std()`; for the
/// ratio, of `log a - log b` less its mean.
class SpreadScoreTest {
    private static final double[] A = {100, 101, 103, 102, 104, 107};
    private static final double[] B = {50, 50.4, 51.5, 51.2, 51.8, 52.4};

    @Test
    void shouldEqualNumpyForTheRatio() {
        SpreadScore score = score(false);
        assertThat(score.slope()).isEqualTo(1);
        assertThat(score.value()).isCloseTo(1.906334797447, within(1e-9));
    }

    @Test
    void shouldEqualNumpyForTheRegression() {
        SpreadScore score = score(true);
        assertThat(score.slope()).isCloseTo(1.459850867817, within(1e-9));
        assertThat(score.value()).isCloseTo(1.287246874129, within(1e-9));
    }

    private static SpreadScore score(boolean regresses) {
        SpreadScore score = new SpreadScore(5, regresses);
        for (int i = 0; i < A.length; i++) {
            assertThat(score.isReady()).isEqualTo(i >= 5);
            score.add(A[i], B[i]);
        }
        return score;
    }
}
