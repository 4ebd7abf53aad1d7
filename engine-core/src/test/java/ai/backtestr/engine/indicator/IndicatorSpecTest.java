package ai.backtestr.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorSpecTest {
    @ParameterizedTest
    @CsvSource({
        "rsi:14, rsi:14",
        "rsi, rsi:14",
        "macd:12:26:9, macd:12:26:9",
        "macd:5:20, macd:5:20:9",
        "bollinger:20:2.5, bollinger:20:2.5",
        "sma:20@hl2, sma:20@hl2",
        "sma@OPEN, sma:20@open",
        "sma:20@close, sma:20",
        "cci:20@hlc3, cci:20",
        "vwap, vwap"
    })
    void shouldReadAndWriteSpecifications(String text, String written) {
        IndicatorSpec spec = IndicatorSpec.parse(text);
        assertThat(spec).hasToString(written);
        assertThat(IndicatorSpec.parse(spec.toString())).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rsy:14         | no indicator is called 'rsy'; there are sma, ema,
            ""             | no indicator is called ''; there are
            rsi:0          | indicator 'rsi:0': parameter period: '0' is not in range; it takes 1 to 10000
            rsi:many       | indicator 'rsi:many': parameter period: 'many' is not a whole number; it takes 1 to 10000
            rsi:           | parameter period: '' is not a whole number; it takes 1 to 10000
            rsi:14:3       | indicator 'rsi:14:3': rsi takes one value, period, but is given 2
            obv:3          | indicator 'obv:3': obv takes no values, but is given 1
            macd:26:12     | indicator 'macd:26:12': parameter fast: 26 is not below slow, 12
            bollinger:20:x | parameter deviations: 'x' is not a number; it takes 0 to 1000
            sma:20@mid     | 'mid' is not an input price; there are open, high, low, close, hl2, hlc3, ohlc4
            atr:14@close   | indicator 'atr:14@close': atr works on several prices of a bar at once; leave '@close' out
            psar:0.3:0.2   | parameter step: 0.3 is not between 0 and maximum, 0.2
            """)
    void shouldSayWhatIsWrongAndWhatIsPossible(String text, String message) {
        assertThatThrownBy(() -> IndicatorSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldLabelEachOutput() {
        assertThat(IndicatorSpec.parse("rsi").outputLabels()).containsExactly("rsi:14");
        assertThat(IndicatorSpec.parse("macd").outputLabels())
                .containsExactly("macd:12:26:9.macd", "macd:12:26:9.signal", "macd:12:26:9.histogram");
    }

    @Test
    void shouldListEachIndicatorOnceWithNameTitleAndDescription() {
        Set<String> names = new HashSet<>();
        for (IndicatorDefinition definition : BuiltInIndicators.all()) {
            assertThat(names.add(definition.name()))
                    .describedAs(definition.name())
                    .isTrue();
            assertThat(definition.name()).matches("[a-z-]+");
            assertThat(definition.title()).isNotBlank();
            assertThat(definition.description()).endsWith(".");
            assertThat(definition.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.description()).endsWith("."));
            assertThat(BuiltInIndicators.named(definition.name())).isSameAs(definition);
        }
        assertThat(names).hasSize(38);
    }

    @Test
    void shouldPlaceOutputsOfAnotherScaleInAPane() {
        assertThat(BuiltInIndicators.named("bollinger").placementOf("upper")).isEqualTo(Placement.OVERLAY);
        assertThat(BuiltInIndicators.named("bollinger").placementOf("percent-b"))
                .isEqualTo(Placement.PANE);
        for (IndicatorDefinition definition : BuiltInIndicators.all()) {
            assertThat(definition.outputs()).containsAll(definition.apart());
        }
    }
}
