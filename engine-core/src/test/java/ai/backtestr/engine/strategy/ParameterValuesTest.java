package ai.backtestr.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {
    @Test
    void shouldTakeDefaultsForWhatIsNotGiven() {
        ParameterValues values = EmaCross.DEFINITION.values(Map.of("fast", "5", "timeframe", "1h"));
        assertThat(values.wholeNumber("fast")).isEqualTo(5);
        assertThat(values.wholeNumber("slow")).isEqualTo(26);
        assertThat(values.timeframe("timeframe")).isEqualTo(Timeframe.ONE_HOUR);
        assertThat(values.decimal("quantity")).isEqualByComparingTo("1");
        assertThat(values.texts().keySet())
                .containsExactly(
                        "fast",
                        "slow",
                        "timeframe",
                        "quantity",
                        "sizing",
                        "percent",
                        "direction",
                        "stop",
                        "target",
                        "atr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fast | 0 | '0' is not in range; it takes 1 to 10000",
                "fast | 10001 | '10001' is not in range; it takes 1 to 10000",
                "fast | 1.5 | '1.5' is not a whole number",
                "quantity | 0 | '0' is not in range",
                "quantity | much | 'much' is not a number",
                "direction | up | 'up' is not a choice; it takes both, long, short",
                "sizing | risk | risk needs a stop above 0",
                "timeframe | 36h | 36h is longer than 1d",
                "timeframe | soon | 'soon' is not a timeframe",
                "speed | 1 | no parameter is called 'speed'; there are fast, slow, timeframe, quantity",
                "fast | 26 | 26 is not below slow, 26"
            })
    void shouldSayWhatIsWrongWithAValue(String name, String value, String message) {
        assertThatThrownBy(() -> EmaCross.DEFINITION.values(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(name);
    }

    @Test
    void shouldNameTheStrategiesThereAre() {
        assertThat(BuiltInStrategies.named("ema-cross")).isSameAs(EmaCross.DEFINITION);
        assertThatThrownBy(() -> BuiltInStrategies.named("holy-grail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holy-grail")
                .hasMessageContaining("ema-cross");
    }
}
