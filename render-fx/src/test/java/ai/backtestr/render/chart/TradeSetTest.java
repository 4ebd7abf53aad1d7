package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TradeSetTest {
    @Test
    void shouldFindAllTradesThatReachIntoAWindow() {
        long seed = System.nanoTime();
        System.out.println("TradeSetTest seed " + seed);
        Random random = new Random(seed);
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int entry = random.nextInt(10_000);
            trades.add(new TradeMarker(true, entry, 1, entry + random.nextInt(i % 50 == 0 ? 3_000 : 30), 1, 1));
        }
        TradeSet set = new TradeSet(TradeMarks.of(trades));
        set.locate(Math::toIntExact, 0);

        for (int window = 0; window < 200; window++) {
            int from = random.nextInt(10_000);
            int to = from + random.nextInt(500);
            List<Integer> expected = new ArrayList<>();
            for (int rank = 0; rank < set.size(); rank++) {
                TradeMarker trade = set.trade(rank);
                if (trade.entryTimeNs() < to && trade.exitTimeNs() >= from) {
                    expected.addFirst(rank);
                }
                assertThat(set.rank(set.index(rank))).isEqualTo(rank);
            }
            List<Integer> found = new ArrayList<>();
            int rank = set.lastReaching(set.firstEnteredAt(to), from);
            while (rank >= 0) {
                found.add(rank);
                rank = set.lastReaching(rank, from);
            }
            assertThat(found).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void shouldSumTheProfitOfARun() {
        TradeSet set = new TradeSet(TradeMarks.of(List.of(
                new TradeMarker(true, 30, 1, 31, 1, -5),
                new TradeMarker(true, 10, 1, 11, 1, 2),
                new TradeMarker(true, 20, 1, 21, 1, 3))));

        assertThat(set.profitBetween(0, 2)).isEqualTo(5);
        assertThat(set.profitBetween(2, 3)).isEqualTo(-5);
    }
}
