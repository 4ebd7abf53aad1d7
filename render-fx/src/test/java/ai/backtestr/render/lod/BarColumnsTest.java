package ai.backtestr.render.lod;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.ListedBars;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarColumnsTest {
    @Test
    void shouldAgreeWithTheSlowReferenceAtEveryZoom() {
        long seed = System.nanoTime();
        System.out.println("BarColumnsTest seed " + seed);
        Random random = new Random(seed);
        ListedBars bars = ListedBars.randomWalk(20_000, seed);
        for (double barsPerColumn : new double[] {0.4, 1, 1.7, 13.37, 100, 900}) {
            double left = random.nextDouble() * 5_000 - 200;
            BarColumns columns = fill(bars, left, barsPerColumn, 300);
            for (int c = 0; c < columns.count(); c++) {
                assertColumn(columns, c, bars, left, barsPerColumn, seed);
            }
        }
    }

    /// Goes through all bars and takes those whose centre lies in the column.
    private static void assertColumn(
            BarColumns columns, int c, ListedBars bars, double left, double barsPerColumn, long seed) {
        double begin = c == 0 ? left : left + c * barsPerColumn;
        double end = left + (c + 1) * barsPerColumn;
        int first = -1;
        int last = -1;
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double volume = 0;
        for (int i = 0; i < bars.count(); i++) {
            if (i + 0.5 >= begin && i + 0.5 < end) {
                first = first < 0 ? i : first;
                last = i;
                high = Math.max(high, bars.high(i));
                low = Math.min(low, bars.low(i));
                volume = Math.max(volume, bars.volume(i));
            }
        }
        String where = "seed " + seed + ", " + barsPerColumn + " bars a column, column " + c;
        assertThat(columns.isPresent(c)).as(where).isEqualTo(first >= 0);
        if (first >= 0) {
            assertThat(columns.first(c)).as(where).isEqualTo(bars.open(first));
            assertThat(columns.last(c)).as(where).isEqualTo(bars.close(last));
            assertThat(columns.high(c)).as(where).isEqualTo(high);
            assertThat(columns.low(c)).as(where).isEqualTo(low);
            assertThat(columns.volume(c)).as(where).isEqualTo(volume);
        }
    }

    @Test
    void shouldKeepSpikeWhenZoomedOut() {
        ListedBars bars = ListedBars.randomWalk(100_000, 1);
        bars.spike(43_210, 1_000);

        BarColumns columns = fill(bars, 0, 100, 1_000);

        assertThat(columns.high(432)).isEqualTo(1_000);
        assertThat(columns.high(431)).isLessThan(1_000);
        assertThat(columns.high(433)).isLessThan(1_000);
    }

    private static BarColumns fill(ListedBars bars, double left, double barsPerColumn, int count) {
        MinMaxPyramid prices = new MinMaxPyramid(bars::low, bars::high);
        MinMaxPyramid volumes = new MinMaxPyramid(bars::volume, bars::volume);
        prices.extendTo(bars.count() - 1);
        volumes.extendTo(bars.count() - 1);
        BarColumns columns = new BarColumns();
        columns.fill(bars, prices, volumes, bars.count(), left, barsPerColumn, count);
        return columns;
    }
}
