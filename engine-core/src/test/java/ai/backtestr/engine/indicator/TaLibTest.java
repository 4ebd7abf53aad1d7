package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Against TA-Lib's Java port, on the published bars and on random ones that also stand still and have no volume.
class TaLibTest {
    private static final long SEED = 20260115;
    private static final Core TA_LIB = new Core();

    /// A function of TA-Lib: fills outputs, tells where the first value belongs.
    @FunctionalInterface
    interface Function {
        void call(Columns in, int last, MInteger begin, MInteger count, double[][] out);
    }

    static final class Columns {
        final double[] high;
        final double[] low;
        final double[] close;
        final double[] volume;

        Columns(BarSeries bars) {
            high = column(bars, BarValues::high);
            low = column(bars, BarValues::low);
            close = column(bars, BarValues::close);
            volume = column(bars, BarValues::volume);
        }

        private static double[] column(BarSeries bars, ToDoubleBiFunction<BarSeries, Integer> value) {
            return IntStream.range(0, bars.count())
                    .mapToDouble(i -> value.applyAsDouble(bars, i))
                    .toArray();
        }
    }

    /// What is compared.
    ///
    /// @param fadingBars bars after TA-Lib's first value in which a different beginning fades; 0 if it is not
    /// @param startsTogether whether our first value is at TA-Lib's first bar
    record Case(String spec, List<Integer> outputs, int fadingBars, boolean startsTogether, Function function) {
        @Override
        public String toString() {
            return spec;
        }
    }

    private static Case same(String spec, Function function) {
        return new Case(spec, List.of(0), 0, true, function);
    }

    private static Case pair(String spec, int first, int second, Function function) {
        return new Case(spec, List.of(first, second), 0, false, function);
    }

    private static Case fading(String spec, int bars, Function function) {
        return new Case(spec, List.of(0), bars, false, function);
    }

    private static List<Case> cases() {
        return List.of(
                same("sma:20", (in, to, b, n, out) -> TA_LIB.sma(0, to, in.close, 20, b, n, out[0])),
                same("ema:20", (in, to, b, n, out) -> TA_LIB.ema(0, to, in.close, 20, b, n, out[0])),
                same("wma:20", (in, to, b, n, out) -> TA_LIB.wma(0, to, in.close, 20, b, n, out[0])),
                fading("dema:20", 300, (in, to, b, n, out) -> TA_LIB.dema(0, to, in.close, 20, b, n, out[0])),
                fading("tema:20", 300, (in, to, b, n, out) -> TA_LIB.tema(0, to, in.close, 20, b, n, out[0])),
                new Case(
                        "kama:10:2:30",
                        List.of(0),
                        0,
                        false,
                        (in, to, b, n, out) -> TA_LIB.kama(0, to, in.close, 10, b, n, out[0])),
                same("rsi:14", (in, to, b, n, out) -> TA_LIB.rsi(0, to, in.close, 14, b, n, out[0])),
                pair(
                        "stochastic:14:3:5",
                        0,
                        1,
                        (in, to, b, n, out) -> TA_LIB.stoch(
                                0,
                                to,
                                in.high,
                                in.low,
                                in.close,
                                14,
                                3,
                                MAType.Sma,
                                5,
                                MAType.Sma,
                                b,
                                n,
                                out[0],
                                out[1])),
                pair(
                        "fast-stochastic:14:3",
                        0,
                        1,
                        (in, to, b, n, out) -> TA_LIB.stochF(
                                0, to, in.high, in.low, in.close, 14, 3, MAType.Sma, b, n, out[0], out[1])),
                pair(
                        "stochastic-rsi:14:10:3:1",
                        0,
                        1,
                        (in, to, b, n, out) ->
                                TA_LIB.stochRsi(0, to, in.close, 14, 10, 3, MAType.Sma, b, n, out[0], out[1])),
                new Case(
                        "macd:12:26:9",
                        List.of(0, 1, 2),
                        350,
                        false,
                        (in, to, b, n, out) -> TA_LIB.macd(0, to, in.close, 12, 26, 9, b, n, out[0], out[1], out[2])),
                fading(
                        "ppo:12:26:9",
                        350,
                        (in, to, b, n, out) -> TA_LIB.ppo(0, to, in.close, 12, 26, MAType.Ema, b, n, out[0])),
                same("roc:10", (in, to, b, n, out) -> TA_LIB.roc(0, to, in.close, 10, b, n, out[0])),
                same("momentum:10", (in, to, b, n, out) -> TA_LIB.mom(0, to, in.close, 10, b, n, out[0])),
                same("cci:20", (in, to, b, n, out) -> TA_LIB.cci(0, to, in.high, in.low, in.close, 20, b, n, out[0])),
                same(
                        "williams-r:14",
                        (in, to, b, n, out) -> TA_LIB.willR(0, to, in.high, in.low, in.close, 14, b, n, out[0])),
                same("atr:14", (in, to, b, n, out) -> TA_LIB.atr(0, to, in.high, in.low, in.close, 14, b, n, out[0])),
                same("natr:14", (in, to, b, n, out) -> TA_LIB.natr(0, to, in.high, in.low, in.close, 14, b, n, out[0])),
                fading(
                        "adx:14",
                        500,
                        (in, to, b, n, out) -> TA_LIB.adx(0, to, in.high, in.low, in.close, 14, b, n, out[0])),
                new Case(
                        "bollinger:20:2",
                        List.of(0, 1, 2),
                        0,
                        true,
                        (in, to, b, n, out) ->
                                TA_LIB.bbands(0, to, in.close, 20, 2, 2, MAType.Sma, b, n, out[0], out[1], out[2])),
                same("stddev:20", (in, to, b, n, out) -> TA_LIB.stdDev(0, to, in.close, 20, 1, b, n, out[0])),
                same("linreg:14", (in, to, b, n, out) -> TA_LIB.linearReg(0, to, in.close, 14, b, n, out[0])),
                same(
                        "linreg-slope:14",
                        (in, to, b, n, out) -> TA_LIB.linearRegSlope(0, to, in.close, 14, b, n, out[0])),
                same(
                        "mfi:14",
                        (in, to, b, n, out) ->
                                TA_LIB.mfi(0, to, in.high, in.low, in.close, in.volume, 14, b, n, out[0])),
                same(
                        "adl",
                        (in, to, b, n, out) -> TA_LIB.ad(0, to, in.high, in.low, in.close, in.volume, b, n, out[0])));
    }

    private static Stream<Arguments> casesOnBars() {
        BarSeries random = BarSamples.random(SEED, 3000, Timeframe.ONE_MINUTE);
        BarSeries published = BarSamples.publishedDays();
        return cases().stream()
                .flatMap(each -> Stream.of(
                        Arguments.of(each, Named.of("published bars", published)),
                        Arguments.of(each, Named.of("random bars of seed " + SEED, random))));
    }

    @ParameterizedTest
    @MethodSource("casesOnBars")
    void shouldEqualTaLib(Case each, BarSeries bars) {
        double[][] expected = new double[3][bars.count()];
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        each.function.call(new Columns(bars), bars.count() - 1, begin, count, expected);
        double[][] actual = BarSamples.run(each.spec, bars);
        if (each.startsTogether) {
            assertThat(IntStream.range(0, bars.count())
                            .filter(i -> !Double.isNaN(actual[0][i]))
                            .findFirst())
                    .hasValue(begin.value);
        }
        for (int k = 0; k < each.outputs.size(); k++) {
            for (int i = begin.value + each.fadingBars; i < bars.count(); i++) {
                assertClose(actual[each.outputs.get(k)][i], expected[k][i - begin.value], i);
            }
        }
    }

    @Test
    void shouldBeBelowTaLibsBalanceByTheVolumeOfTheFirstBar() {
        BarSeries bars = BarSamples.random(SEED, 3000, Timeframe.ONE_MINUTE);
        Columns in = new Columns(bars);
        double[] expected = new double[bars.count()];
        TA_LIB.obv(0, bars.count() - 1, in.close, in.volume, new MInteger(), new MInteger(), expected);
        double[] actual = BarSamples.run("obv", bars)[0];
        for (int i = 0; i < bars.count(); i++) {
            assertThat(actual[i]).isEqualTo(expected[i] - in.volume[0]);
        }
    }

    @Test
    void shouldCountTheEarliestOfEqualHighsWhereTaLibCountsTheLatest() {
        double[] high = {5, 3, 5, 4};
        double[] low = {1, 2, 1, 3};
        double[][] expected = new double[2][4];
        TA_LIB.aroon(0, 3, high, low, 3, new MInteger(), new MInteger(), expected[0], expected[1]);
        assertThat(expected[1][0]).isEqualTo(200 / 3.0, within(1e-9));
        BarSamples samples = new BarSamples(Timeframe.ONE_MINUTE, 0);
        for (int i = 0; i < high.length; i++) {
            samples.add((long) low[i], (long) high[i], (long) low[i], (long) high[i], 0);
        }
        double[][] actual = BarSamples.run("aroon:3", samples.finish());
        assertThat(actual[0][3]).isEqualTo(0);
        assertThat(actual[1][3]).isEqualTo(0);
    }

    /// To a billionth; of numbers that come out near 0 from operands near 1, to a billionth of those.
    private static void assertClose(double actual, double expected, int bar) {
        double error = Math.abs(actual - expected);
        assertThat(error)
                .describedAs("bar %d: %s, TA-Lib has %s", bar, actual, expected)
                .isLessThanOrEqualTo(1e-9 * Math.max(Math.abs(expected), 1e-2));
    }
}
