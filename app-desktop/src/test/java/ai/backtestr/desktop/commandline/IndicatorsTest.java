package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Indicators on the sample, against SQL over its bars, and the list of them.
class IndicatorsTest {
    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void loadSample() {
        program = new Program(folder.resolve("home"));
        program.line("demo");
    }

    @Test
    void shouldEqualSqlOverBarsWhenIndicatorsArePrinted() {
        Outcome outcome = program.line("indicators BTCUSD --timeframe 1h --csv --indicator sma:5,donchian:3");
        String sql = """
                WITH bar AS (
                    SELECT ms // 3600000 AS hour, max(bid) / 100 AS high, min(bid) / 100 AS low,
                           last(bid ORDER BY rowid) / 100 AS close
                    FROM tick GROUP BY 1)
                SELECT close,
                       avg(close) OVER (ORDER BY hour ROWS 4 PRECEDING) AS sma,
                       max(high) OVER (ORDER BY hour ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS upper,
                       min(low) OVER (ORDER BY hour ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS lower
                FROM bar ORDER BY hour
                """;
        List<String> expected = program.line("sql --csv", sql).outLines();
        List<String> actual = outcome.outLines();

        assertThat(outcome.exitCode()).isZero();
        assertThat(actual.getFirst()).isEqualTo("time,close,sma:5,donchian:3.upper,donchian:3.middle,donchian:3.lower");
        assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThan(100);
        assertThat(actual.get(1)).matches("2013-11-25T00:00:00Z,[0-9.]+,,,,");
        for (int i = 5; i < actual.size(); i++) {
            String[] ours = actual.get(i).split(",", -1);
            String[] theirs = expected.get(i).split(",", -1);
            assertNear(ours[1], theirs[0]);
            assertNear(ours[2], theirs[1]);
            assertNear(ours[3], theirs[2]);
            assertNear(ours[5], theirs[3]);
        }
    }

    private static void assertNear(String actual, String expected) {
        double number = Double.parseDouble(expected);
        assertThat(Double.parseDouble(actual)).isCloseTo(number, within(1e-12 * number));
    }

    @Test
    void shouldWriteNullsBeforeReadyWhenJsonIsAsked() {
        Outcome outcome =
                program.line("indicators BTCUSD --timeframe 1d --json --indicator rsi:2 --indicator macd:2:3:2,rsi:2");

        JsonNode rows = JsonMapper.shared().readTree(outcome.out());
        assertThat(rows.size()).isEqualTo(7);
        assertThat(rows.get(0).get("time").asString()).isEqualTo("2013-11-25T00:00:00Z");
        assertThat(rows.get(0).propertyNames())
                .containsExactly(
                        "time", "close", "rsi:2", "macd:2:3:2.macd", "macd:2:3:2.signal", "macd:2:3:2.histogram");
        assertThat(rows.get(1).get("rsi:2").isNull()).isTrue();
        assertThat(rows.get(2).get("rsi:2").isNumber()).isTrue();
        assertThat(rows.get(2).get("macd:2:3:2.macd").isNumber()).isTrue();
        assertThat(rows.get(2).get("macd:2:3:2.signal").isNull()).isTrue();
    }

    @Test
    void shouldPrintTableOfRangeWhenNothingElseIsAsked() {
        Outcome outcome = program.line("indicators BTCUSD --timeframe 1h --indicator vwap"
                + " --from 2013-11-26 --to 2013-11-26T02:00 --price trade");

        assertThat(outcome.outLines()).hasSize(4);
        assertThat(outcome.outLines().getFirst()).matches("time +close +vwap");
    }

    @Test
    void shouldListAllIndicatorsWithoutASymbol() {
        Outcome list = program.line("indicators");

        assertThat(list.exitCode()).isZero();
        assertThat(list.outLines()).hasSize(40);
        assertThat(list.out()).contains("bollinger:20:2", "period 2 to 10000, deviations 0 to 1000");
        assertThat(program.line("indicators --list").out()).isEqualTo(list.out());
        JsonNode rows = JsonMapper.shared()
                .readTree(program.line("indicators --list --json").out());
        assertThat(rows.size()).isEqualTo(38);
        assertThat(rows.get(0).get("usual").asString()).isEqualTo("sma:20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "indicators BTCUSD --indicator rsi | SYMBOL needs --timeframe, like --timeframe 1d",
                "indicators BTCUSD --timeframe 1d | SYMBOL needs --indicator, like --indicator rsi:14",
                "indicators --timeframe 1d --indicator rsi | --indicator needs a SYMBOL",
                "indicators BTCUSD --timeframe 1d --indicator rsi:0 | 'rsi:0': parameter period: '0' is not in range",
                "indicators BTCUSD --timeframe 1d --indicator foo | no indicator is called 'foo'; there are sma, ema",
                "indicators BTCUSD --timeframe 1d --indicator sma@mid | 'mid' is not an input price"
            })
    void shouldSayWhatIsWrongWithTheUsage(String words, String message) {
        Outcome outcome = program.line(words);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }
}
