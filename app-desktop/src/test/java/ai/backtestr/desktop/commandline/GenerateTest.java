package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Synthetic quotes are stored like any others, and never pass for recorded ones.
class GenerateTest {
    private static final String SMALL = "generate EURUSD --ticks 20000 --ticks-per-day 10000 --seed 7";

    @TempDir
    Path folder;

    private Program program() {
        return new Program(folder.resolve("home"));
    }

    private static JsonNode json(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JsonMapper.shared().readTree(outcome.out());
    }

    @Test
    void shouldStoreTicksUnderASymbolThatSaysTheyAreSynthetic() {
        Outcome outcome = program().line(SMALL);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEqualTo("backtestr: stored as SYN.EURUSD: synthetic quotes, not market data\n");
        assertThat(outcome.out()).contains("SYN.EURUSD", "synthetic quotes, seed 7, generator version 1", "20,000");
        JsonNode symbol = json(program().line("symbols --json")).get(0);
        assertThat(symbol.get("symbol").asString()).isEqualTo("SYN.EURUSD");
        assertThat(symbol.get("synthetic").asBoolean()).isTrue();
        assertThat(symbol.get("ticks").asInt()).isEqualTo(20_000);
        assertThat(symbol.get("currency").asString()).isEqualTo("USD");
        assertThat(symbol.get("calendar").asString()).isEqualTo("forex");
        assertThat(program().line("symbols").out()).contains("SYN.EURUSD (synthetic)");
        assertThat(program().line("bars EURUSD --timeframe 1h").err()).contains("did you mean SYN.EURUSD?");
    }

    @Test
    void shouldSaySyntheticInSummaryReportAndQuality() throws IOException {
        program().line(SMALL + " --start 2014-02-03");

        Outcome run = program().line("run SYN.EURUSD --strategy ema-cross --report", folder.resolve("report"));

        assertThat(run.out()).contains("SYN.EURUSD (synthetic)");
        assertThat(Files.readString(folder.resolve("report/report.html"))).contains("SYN.EURUSD (synthetic)");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve("report/result.json")))
                        .get("synthetic")
                        .asBoolean())
                .isTrue();
        JsonNode quality = json(program().line("quality SYN.EURUSD --json")).get(0);
        assertThat(quality.get("offHours").asInt()).isZero();
        assertThat(quality.get("crossed").asInt()).isZero();
        assertThat(quality.get("duplicates").asInt()).isZero();
        assertThat(quality.get("outOfOrder").asInt()).isZero();
    }

    @Test
    void shouldRecogniseTheSameTicksAndStoreNoOthersOverThem() {
        JsonNode first = json(program().line(SMALL + " --json"));

        Outcome again = program().line(SMALL + " --json");
        Outcome other = program().line("generate SYN.EURUSD --years 0.1 --seed 8");

        assertThat(json(again).get("alreadyStored").asBoolean()).isTrue();
        assertThat(json(again).get("dataDigest")).isEqualTo(first.get("dataDigest"));
        assertThat(again.err()).contains("stored already as SYN.EURUSD; nothing was changed");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("SYN.EURUSD already has 20000 other ticks", "take another symbol");
        assertThat(json(program().line("symbols --json")).get(0).get("ticks").asInt())
                .isEqualTo(20_000);
    }

    @Test
    void shouldContinueWhereOtherTicksEnd() {
        String year = "generate EURUSD --ticks-per-day 1000 --years 1 --start ";
        program().line(year + "2014-01-01");

        JsonNode next = json(program().line(year + "2015-01-01 --json"));

        assertThat(next.get("first").asString()).startsWith("2015-01-01T00:");
        assertThat(next.get("last").asString()).startsWith("2015-12-31T");
        assertThat(json(program().line("symbols --json"))).hasSize(1);
    }

    @Test
    void shouldEndAPartOfAYearAfterAsManyDays() {
        JsonNode quarter = json(program().line("generate X --years 0.25 --ticks-per-day 1000 --json"));

        // 92 days of 365 after the first of January, rounded up.
        assertThat(quarter.get("last").asString()).startsWith("2014-04-02T");
        assertThat(quarter.get("symbol").asString()).isEqualTo("SYN.X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            generate EURUSD                                     | Missing required argument (specify one of these)
            generate EURUSD --years 1 --ticks 5                 | mutually exclusive
            generate EURUSD --years 0                           | 0 years are not above 0 and up to 200
            generate EURUSD --years 190                         | or after the year 2199
            generate EURUSD --ticks 0                           | 0 ticks are outside 1 to 1000000000000
            generate EURUSD --ticks 1.5                         | a number of ticks is whole
            generate EURUSD --ticks 1e9 --ticks-per-day 1000    | until after the year 2199; take more a day
            generate EURUSD --ticks many                        | 'many' is not a number
            generate EURUSD --years 1 --ticks-per-day 5         | 5 ticks a day are outside 1000 to 20000000
            generate EURUSD --years 1 --price 0                 | the price 0.00000 is outside
            generate EURUSD --years 1 --price 1.000001          | no more than 5 decimals
            generate EURUSD --years 1 --spread 0.5              | the spread 0.50000 is outside 0.00001 to 0.01100
            generate EURUSD --years 1 --seed x                  | Invalid value for option '--seed'
            generate EURUSD --years 1 --start 1969-01-01        | is before 1970 or not a whole minute
            """)
    void shouldExitWithTwoWhenUsageIsWrong(String words, String what) {
        Outcome outcome = program().line(words);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("backtestr: ").contains(what).hasLineCount(1);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void shouldExitWithOneWhenSymbolIsNotUsable() {
        Outcome outcome = program().run("generate", "X Y", "--ticks", "5");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("symbol 'SYN.X Y' is not usable").hasLineCount(1);
    }

    @Test
    void shouldLeaveNothingWhenInterrupted() {
        Interruption interruption = new Interruption();
        interruption.finished();
        assertThat(interruption.interruptAndWait()).isTrue();

        Outcome outcome = program().run(interruption, SMALL.split(" ", -1));

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(program().line("symbols --json").out()).isEqualTo("[ ]\n");
    }
}
