package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarketComparisonTest {
    /// Equity +10 %, -10 %; instrument +5 %, 0 %: 5 % and -10 % apart, mean -2.5 %, sample variance 0.01125. The ratio
    /// is -0.025 √(252 / 0.01125) = -√14.
    @Test
    void shouldGiveTheInformationRatioWorkedOutByHand() {
        MarketComparison market = MarketComparison.of(100, List.of(110L, 99L), 1000, List.of(1050L, 1050L));
        assertThat(market.informationRatio(252)).isCloseTo(-Math.sqrt(14), within(1e-12));
        assertThat(market.trackingError(252)).isCloseTo(Math.sqrt(2.835), within(1e-12));
    }

    @Test
    void shouldLeaveTheInformationRatioOpenForASingleDay() {
        MarketComparison market = MarketComparison.of(100, List.of(110L), 1000, List.of(1050L));
        assertThat(market.informationRatio(252)).isNaN();
    }
}
