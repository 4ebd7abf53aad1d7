package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is carried on from number to number, against the same made of the whole window each time.
class RollingTest {
    private static final long SEED = 77;
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50})
    void shouldEqualTheExtremesOfTheWindowAndTheirAge(int period) {
        double[] numbers = steps(5_000);
        RollingExtreme highest = RollingExtreme.highest(period);
        RollingExtreme lowest = RollingExtreme.lowest(period);
        for (int i = 0; i < numbers.length; i++) {
            highest.add(numbers[i]);
            lowest.add(numbers[i]);
            assertThat(highest.isReady()).isEqualTo(i >= period - 1);
            double[] window = Arrays.copyOfRange(numbers, Math.max(0, i - period + 1), i + 1);
            double high = Arrays.stream(window).max().orElseThrow();
            double low = Arrays.stream(window).min().orElseThrow();
            assertThat(highest.value())
                    .describedAs("seed %d, number %d", SEED, i)
                    .isEqualTo(high);
            assertThat(lowest.value())
                    .describedAs("seed %d, number %d", SEED, i)
                    .isEqualTo(low);
            assertThat(highest.age()).isEqualTo(ageOfFirst(window, high));
            assertThat(lowest.age()).isEqualTo(ageOfFirst(window, low));
        }
    }

    private static int ageOfFirst(double[] window, double value) {
        int first = IntStream.range(0, window.length)
                .filter(i -> window[i] == value)
                .findFirst()
                .orElseThrow();
        return window.length - 1 - first;
    }

    /// Whole numbers in a narrow range, so that many are equal.
    private static double[] steps(int count) {
        Random random = new Random(SEED);
        return random.ints(count, -20, 20).asDoubleStream().toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 200})
    void shouldNotDriftInAMillionNumbers(int period) {
        RollingSum sum = new RollingSum(period);
        RollingLine line = new RollingLine(period);
        RollingDeviation deviation = new RollingDeviation(period);
        double[] numbers = manySizes();
        for (int i = 0; i < MILLION; i++) {
            sum.add(numbers[i]);
            line.add(numbers[i]);
            deviation.add(numbers[i]);
            if (i >= period && (i % 9_973 == 0 || i > MILLION - 100)) {
                double[] window = Arrays.copyOfRange(numbers, i - period + 1, i + 1);
                assertRelative(sum.average(), mean(window), i);
                assertRelative(line.weightedAverage(), weightedMean(window), i);
                assertRelative(deviation.mean(), mean(window), i);
                assertRelative(deviation.deviation(), deviation(window), i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 14, 200})
    void shouldKeepTheSlopeOfALineThroughAMillionNumbers(int period) {
        RollingLine line = new RollingLine(period);
        for (int i = 0; i < MILLION; i++) {
            line.add(1e5 + 0.25 * i);
        }
        assertThat(line.slope()).isCloseTo(0.25, within(0.25e-9));
        assertThat(line.end()).isCloseTo(1e5 + 0.25 * (MILLION - 1), within(1e-6));
    }

    /// From millionths to millions, in stretches, so that large numbers leave windows and small ones stay.
    private static double[] manySizes() {
        Random random = new Random(SEED);
        return IntStream.range(0, MILLION)
                .mapToDouble(i -> (1 + random.nextDouble()) * Math.pow(10, i / 1000 % 13 - 6))
                .toArray();
    }

    private static void assertRelative(double actual, double expected, int at) {
        assertThat(Math.abs(actual - expected))
                .describedAs("seed %d, number %d: %s for %s", SEED, at, actual, expected)
                .isLessThanOrEqualTo(1e-9 * Math.abs(expected));
    }

    private static double mean(double[] window) {
        return average(window, x -> x);
    }

    private static double deviation(double[] window) {
        double mean = mean(window);
        return Math.sqrt(average(window, x -> (x - mean) * (x - mean)));
    }

    private static double average(double[] window, ToDoubleFunction<Double> term) {
        return Arrays.stream(window).map(term::applyAsDouble).sum() / window.length;
    }

    private static double weightedMean(double[] window) {
        int n = window.length;
        double sum = IntStream.range(0, n).mapToDouble(i -> window[i] * (i + 1)).sum();
        return sum / (n * (n + 1) / 2.0);
    }
}
