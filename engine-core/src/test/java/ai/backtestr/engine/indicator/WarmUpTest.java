package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpTest {
    private static final BarSeries BARS = BarSamples.random(31, 30_000, Timeframe.ONE_MINUTE);
    private static final int SHOWN = 29_000;

    static Stream<String> specs() {
        return Stream.concat(
                BuiltInIndicators.all().stream()
                        .map(definition -> definition.defaults().toString()),
                Stream.of("ema:200", "rsi:2", "adx:50", "macd:5:35:5", "bollinger:100:3", "kama:20:5:60", "tema:80"));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void shouldEqualTheValuesOverAllBarsAfterIt(String text) {
        IndicatorSpec spec = IndicatorSpec.parse(text);
        double[][] all = BarSamples.run(text, BARS);
        BarIndicator late = spec.create(TradingCalendar.ALWAYS_OPEN);
        int from = (int) Math.max(0, (long) SHOWN - WarmUp.bars(spec, Timeframe.ONE_MINUTE));

        for (int bar = from; bar < BARS.count(); bar++) {
            late.onBar(BARS, bar);
            for (int output = 0; bar >= SHOWN && output < late.outputs(); output++) {
                double expected = all[output][bar];
                assertThat(late.value(output))
                        .as("%s output %d bar %d", text, output, bar)
                        .isCloseTo(
                                expected, org.assertj.core.data.Offset.offset(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"obv", "adl"})
    void shouldTakeAllBarsForSumsOverAll(String name) {
        assertThat(WarmUp.bars(IndicatorSpec.parse(name), Timeframe.ONE_MINUTE)).isEqualTo(WarmUp.ALL);
    }

    @Test
    void shouldKnowHowFarBackEveryOtherOneReaches() {
        assertThat(BuiltInIndicators.all().stream()
                        .filter(definition -> WarmUp.bars(definition.defaults(), Timeframe.ONE_MINUTE) == WarmUp.ALL)
                        .map(IndicatorDefinition::name))
                .containsExactlyInAnyOrder("obv", "adl");
    }

    @Test
    void shouldReachBackOverTheDayBefore() {
        int bars = WarmUp.bars(IndicatorSpec.parse("pivots"), Timeframe.ONE_MINUTE);

        assertThat(bars).isGreaterThanOrEqualTo(2 * 25 * 60);
    }
}
