package ai.backtestr.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSorterTest {
    @Test
    void shouldAgreeWithTheLibrarySort() {
        long seed = System.nanoTime();
        System.out.println("RowSorterTest seed " + seed);
        ListedTrades rows =
                new ListedTrades(new Random(seed).longs(1_000, -20, 20).toArray());

        int[] order = RowSorter.order(
                rows,
                List.of(
                        new RowSorter.Criterion(TradeColumn.PROFIT, true),
                        new RowSorter.Criterion(TradeColumn.SIDE, false)));

        Comparator<Integer> byProfit = Comparator.comparingLong(rows::profit);
        int[] expected = IntStream.range(0, rows.count())
                .boxed()
                .sorted(byProfit.reversed().thenComparingInt(row -> rows.isLong(row) ? 0 : 1))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(order).as("seed " + seed).isEqualTo(expected);
    }

    @Test
    void shouldSortTheExtremesToTheEnds() {
        ListedTrades rows = new ListedTrades(0, Long.MIN_VALUE, Long.MAX_VALUE);

        assertThat(RowSorter.order(rows, List.of(new RowSorter.Criterion(TradeColumn.PROFIT, true))))
                .containsExactly(2, 0, 1);
        assertThat(RowSorter.order(rows, List.of(new RowSorter.Criterion(TradeColumn.PROFIT, false))))
                .containsExactly(1, 0, 2);
    }

    @Test
    void shouldKeepTheSourcesOrderWithoutCriteria() {
        assertThat(RowSorter.order(new ListedTrades(3, 1, 2), List.of())).containsExactly(0, 1, 2);
    }
}
