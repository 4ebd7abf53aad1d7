package ai.backtestr.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.account.Trade;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TradeFiguresTest {
    /// Vince (1990), "Portfolio Management Formulas": twelve trades, six of them won, in eight series.
    private static final List<Trade> VINCE = SampleTrades.withProfits(-3, 2, 7, -4, 1, -1, 1, 6, -1, 0, -2, 1);

    @Test
    void shouldGiveThePublishedZScoreOfRuns() {
        TradeRuns runs = TradeRuns.of(VINCE);
        assertThat(runs).isEqualTo(new TradeRuns(6, 6, 8, 2, 3));
        assertThat(runs.zScore()).isCloseTo(18 / Math.sqrt(4320 / 11.0), within(1e-12));
        assertThat(TradeRuns.of(SampleTrades.withProfits(1, 2)).zScore()).isNaN();
    }

    /// Wins of 18 in 6 and losses of 11 in 5: payoff 3 / 2.2; Kelly 1/2 - 1/2 / payoff.
    @Test
    void shouldCountATradeOfNoughtAsNeitherWonNorLost() {
        TradeTotals totals = TradeTotals.of(VINCE);
        assertThat(totals).isEqualTo(new TradeTotals(12, 6, 5, 18, 11, 7, 4));
        assertThat(totals.payoff()).isCloseTo(3 / 2.2, within(1e-15));
        assertThat(totals.kelly()).isCloseTo(0.5 - 0.5 / (3 / 2.2), within(1e-15));
        assertThat(TradeTotals.of(List.of()).kelly()).isNaN();
    }

    @Test
    void shouldCountTimeOnceWhenTradesOverlap() {
        List<Trade> trades = List.of(
                SampleTrades.trade(1, 0, 10, 20),
                SampleTrades.trade(2, 0, 5, 12),
                SampleTrades.trade(3, 0, 6, 8),
                SampleTrades.trade(4, 0, 30, 31));
        assertThat(TimeInMarket.of(trades)).isEqualTo(16);
    }

    @Test
    void shouldMeanLengthsThatAddUpToMoreThanALong() {
        Durations lengths = Durations.of(LongStream.of(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
        assertThat(lengths.mean()).isCloseTo(Long.MAX_VALUE / 2, within(1024L));
        assertThat(Durations.of(LongStream.empty()).longest()).isNull();
    }
}
