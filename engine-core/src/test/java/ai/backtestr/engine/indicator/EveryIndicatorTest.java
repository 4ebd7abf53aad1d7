package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every indicator of the catalogue, with its defaults and with the shortest periods it takes.
class EveryIndicatorTest {
    private static final long SEED = 4711;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final BarSeries RANDOM = BarSamples.random(SEED, 2_000, Timeframe.ONE_MINUTE);
    private static final BarSeries MANY = BarSamples.random(SEED, 100_000, Timeframe.ONE_SECOND);

    static Stream<String> specs() {
        List<String> shortest = List.of(
                "sma:1",
                "ema:1",
                "wma:1",
                "dema:1",
                "tema:1",
                "hma:1",
                "hma:2",
                "kama:1:1:2",
                "vwma:1",
                "bollinger:2:0",
                "keltner:1:0:1",
                "donchian:1",
                "psar:0:0",
                "psar:1:1",
                "supertrend:1:0",
                "ichimoku:1:1:1:1",
                "linreg:2",
                "rsi:1",
                "stochastic:1:1:1",
                "fast-stochastic:1:1",
                "stochastic-rsi:1:1:1:1",
                "macd:1:2:1",
                "ppo:1:2:1",
                "roc:1",
                "momentum:1",
                "cci:1",
                "williams-r:1",
                "atr:1",
                "natr:1",
                "adx:1",
                "aroon:1",
                "stddev:2",
                "zscore:2",
                "linreg-slope:2",
                "cmf:1",
                "mfi:1");
        return Stream.concat(
                BuiltInIndicators.all().stream()
                        .map(definition -> definition.defaults().toString()),
                shortest.stream());
    }

    private static BarIndicator create(String spec) {
        return IndicatorSpec.parse(spec).create(TradingCalendar.ALWAYS_OPEN);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldStayFiniteOnceReady(String spec) {
        for (BarSeries bars : List.of(
                RANDOM,
                BarSamples.constant(1_000, 5, 2_000),
                BarSamples.constant(1_000, 0, 2_000),
                BarSamples.constant(0, 0, 2_000))) {
            for (double[] values : BarSamples.run(spec, bars)) {
                int first = firstNumber(values);
                assertThat(first).describedAs("bars to the first value").isBetween(0, MINUTES_A_DAY);
                assertThat(IntStream.range(first, values.length).filter(i -> !Double.isFinite(values[i])))
                        .describedAs("seed %d, bars whose values are no numbers", SEED)
                        .isEmpty();
            }
        }
    }

    private static int firstNumber(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .findFirst()
                .orElse(-1);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldBeReadyWhenAllOutputsAre(String spec) {
        BarIndicator indicator = create(spec);
        assertThat(indicator.isReady()).isFalse();
        assertThat(indicator.value()).isNaN();
        for (int bar = 0; bar < 300; bar++) {
            indicator.onBar(RANDOM, bar);
            assertThat(indicator.isReady())
                    .isEqualTo(IntStream.range(0, indicator.outputs())
                            .noneMatch(output -> Double.isNaN(indicator.value(output))));
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldGiveTheSameToTheBitEachTime(String spec) {
        // Unlike isDeepEqualTo, this takes NaN for equal to NaN.
        assertThat(Arrays.deepEquals(BarSamples.run(spec, RANDOM), BarSamples.run(spec, RANDOM)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldNotDependOnBarsToCome(String spec) {
        double[][] whole = BarSamples.run(spec, RANDOM);
        double[][] cut = BarSamples.run(spec, BarSamples.random(SEED, 700, Timeframe.ONE_MINUTE));
        for (int output = 0; output < cut.length; output++) {
            assertThat(Arrays.equals(whole[output], 0, 700, cut[output], 0, 700))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldNameEachOutputOnce(String spec) {
        BarIndicator indicator = create(spec);
        Set<String> names = new HashSet<>();
        for (int output = 0; output < indicator.outputs(); output++) {
            assertThat(indicator.outputName(output)).matches("[a-z0-9-]+");
            assertThat(names.add(indicator.outputName(output))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldAllocateNothingPerBar(String spec) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(create(spec)); // what is set up once, and compiled code
        BarIndicator indicator = create(spec);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(indicator);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // Less than a byte for ten bars: the day's end is asked of the calendar twice in these two days.
        assertThat(allocated).isLessThan(MANY.count() / 10);
    }

    private static void run(BarIndicator indicator) {
        int count = MANY.count();
        for (int bar = 0; bar < count; bar++) {
            indicator.onBar(MANY, bar);
        }
    }
}
