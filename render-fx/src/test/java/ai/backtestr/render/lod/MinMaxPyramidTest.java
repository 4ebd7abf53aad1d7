package ai.backtestr.render.lod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinMaxPyramidTest {
    @Test
    void shouldAgreeWithBruteForceWhileTheSeriesGrows() {
        long seed = System.nanoTime();
        System.out.println("MinMaxPyramidTest seed " + seed);
        Random random = new Random(seed);
        double[] values = random.doubles(70_000).toArray();
        MinMaxPyramid pyramid = new MinMaxPyramid(i -> values[i], i -> values[i]);

        int count = 0;
        while (count < values.length) {
            count = Math.min(values.length, count + 1 + random.nextInt(count < 2_000 ? 50 : 9_000));
            pyramid.extendTo(count - 1);
            for (int query = 0; query < 40; query++) {
                int from = random.nextInt(count);
                int to = from + 1 + random.nextInt(query % 2 == 0 ? count - from : Math.min(40, count - from));
                assertRange(pyramid, values, from, to, seed);
            }
        }
    }

    private static void assertRange(MinMaxPyramid pyramid, double[] values, int from, int to, long seed) {
        double[] range = Arrays.copyOfRange(values, from, to);
        assertThat(pyramid.query(from, to)).isTrue();
        assertThat(pyramid.minimum())
                .as("seed %d, minimum of %d to %d", seed, from, to)
                .isEqualTo(Arrays.stream(range).min().orElseThrow());
        assertThat(pyramid.maximum())
                .as("seed %d, maximum of %d to %d", seed, from, to)
                .isEqualTo(Arrays.stream(range).max().orElseThrow());
    }

    @Test
    void shouldReadTheFormingEntryFromTheSeries() {
        double[] values = new double[33];
        MinMaxPyramid pyramid = new MinMaxPyramid(i -> values[i], i -> values[i]);
        pyramid.extendTo(32);

        values[32] = 5;

        pyramid.query(0, 33);
        assertThat(pyramid.maximum()).isEqualTo(5);
    }

    @Test
    void shouldFindNothingInAnEmptyRange() {
        MinMaxPyramid pyramid = new MinMaxPyramid(i -> i, i -> i);

        assertThat(pyramid.query(3, 3)).isFalse();
    }

    @Test
    void shouldReadFewEntriesHoweverLongTheRange() {
        int[] reads = {0};
        IndexedValue counted = i -> {
            reads[0]++;
            return i;
        };
        MinMaxPyramid pyramid = new MinMaxPyramid(counted, i -> i);
        pyramid.extendTo(1_000_000);
        reads[0] = 0;

        pyramid.query(7, 999_993);

        assertThat(reads[0]).isLessThan(32);
    }
}
