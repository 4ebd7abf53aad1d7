package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DailyReturnsTest {
    /// Returns of 1 %, -2 % and 3 %: mean 2/300, sample deviation sqrt(((1-2/3)² + (-2-2/3)² + (3-2/3)²) / 2) %.
    @Test
    void shouldAnnualiseMeanOverSampleDeviation() {
        DailyReturns returns = DailyReturns.of(10_000_000, List.of(10_100_000L, 9_898_000L, 10_194_940L));
        double deviation = Math.sqrt((1.0 / 9 + 64.0 / 9 + 49.0 / 9) / 2) / 100;
        assertThat(returns.mean()).isCloseTo(2.0 / 300, within(1e-15));
        assertThat(returns.deviation()).isCloseTo(deviation, within(1e-15));
        assertThat(returns.sharpe(252)).isCloseTo(2.0 / 300 / deviation * Math.sqrt(252), within(1e-12));
    }

    @Test
    void shouldBeUndefinedWithoutTwoDifferentDays() {
        assertThat(DailyReturns.of(100, List.of()).sharpe(252)).isNaN();
        assertThat(DailyReturns.of(100, List.of(101L)).sharpe(252)).isNaN();
        assertThat(DailyReturns.of(100, List.of(100L, 100L)).sharpe(252)).isNaN();
    }
}
