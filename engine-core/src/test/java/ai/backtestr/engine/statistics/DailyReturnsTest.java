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

    /// Bailey and López de Prado (2012), "The Sharpe Ratio Efficient Frontier": 24 months with a Sharpe ratio
    /// of 0.458 are 0.982 sure if normal, and 0.913 with their skewness of -2.448 and kurtosis of 10.164.
    @Test
    void shouldGiveThePublishedProbabilisticSharpeRatio() {
        assertThat(DailyReturns.probabilisticSharpe(0.458, 24, 0, 3)).isCloseTo(0.982, within(5e-4));
        assertThat(DailyReturns.probabilisticSharpe(0.458, 24, -2.448, 10.164)).isCloseTo(0.913, within(5e-4));
    }

    /// Two days of +10 % and -10 %: growth 0.99, mean 0, downside deviation √(0.01 / 2).
    @Test
    void shouldCompoundAndWeighLosses() {
        DailyReturns returns = DailyReturns.of(100, List.of(110L, 99L));
        assertThat(returns.annualReturn(2)).isCloseTo(-0.01, within(1e-15));
        assertThat(returns.compoundSortino(2)).isCloseTo(-0.01 / 0.1, within(1e-14));
        assertThat(returns.sortino(2)).isCloseTo(0, within(1e-14));
        assertThat(returns.omega()).isCloseTo(1, within(1e-14));
        assertThat(returns.valueAtRisk(0.95)).isCloseTo(0.09, within(1e-15));
        assertThat(returns.expectedShortfall(0.95)).isCloseTo(0.1, within(1e-15));
    }
}
