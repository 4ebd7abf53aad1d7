package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextsTest {
    @TempDir
    Path folder;

    private Outcome run(String... arguments) {
        return new Program(folder.resolve("home")).run(arguments);
    }

    @Test
    void shouldPrintVersionAndTouchNothingWhenAsked() {
        Outcome outcome = run("--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).matches("backtestr \\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldNameEveryCommandWhenHelpIsAsked() {
        Outcome outcome = run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(
                        "import",
                        "symbols",
                        "quality",
                        "bars",
                        "strategies",
                        "run",
                        "chart",
                        "sql",
                        "demo",
                        "--home",
                        "130");
    }

    /// Every command, as the program itself lists them.
    static List<String> commands() {
        Outcome help = new Program(Path.of("nowhere")).line("--help");
        return help.out()
                .substring(help.out().indexOf("Commands:"))
                .lines()
                .skip(1)
                .filter(line -> line.matches(" {2}\\w.*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
    }

    @Test
    void shouldListAllCommands() {
        assertThat(commands())
                .contains("import", "generate", "explain", "compare", "demo")
                .hasSize(18);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldDescribeEveryOptionWhenHelpOfCommandIsAsked(String command) {
        Outcome outcome = run(command, "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("Usage: backtestr " + command).contains("--home");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void shouldListParametersDefaultsAndRangesWhenStrategiesAreAsked() {
        assertThat(run("strategies").out())
                .contains("ema-cross")
                .containsPattern("fast +12 +1 to 10000")
                .containsPattern("timeframe +15m ");
    }

    @Test
    void shouldListStrategiesAsJsonWhenAsked() {
        JsonNode strategies =
                JsonMapper.shared().readTree(run("strategies", "--json").out());

        assertThat(strategies.get(0).get("name").asString()).isEqualTo("ema-cross");
        assertThat(strategies.get(0).at("/parameters/0/default").asString()).isEqualTo("12");
    }
}
