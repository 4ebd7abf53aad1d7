package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.Main;
import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs are kept, can be made again and laid side by side.
class RunsTest {
    private static final String RUN =
            "run EURUSD --strategy ema-cross --param fast=3 --param slow=8 --param timeframe=1m"
                    + " --param quantity=100 --leverage 30 --slippage random:0.0002 --latency 10ms..400ms --spread times:1.5"
                    + " --limit-fill through --liquidity quoted-size --seed 7 --max-silence 1h --account netting --margin-call 90"
                    + " --stop-out 40 --swap yearly:-2.5:1:wednesday --from 2024-03-05T00:10 --json";

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void store() throws IOException {
        program = new Program(folder.resolve("home"));
        load(4711, 0);
    }

    /// A day of quotes that wander about.
    private void load(long seed, int shift) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("time,bid,ask,bid_size,ask_size\n");
        int bid = 110_000 + shift;
        for (int second = 0; second < 86_400; second += 10) {
            bid += random.nextInt(-5, 6);
            int ask = bid + random.nextInt(0, 4);
            text.append(1_709_596_800L + second)
                    .append(',')
                    .append(price(bid))
                    .append(',')
                    .append(price(ask));
            text.append(',')
                    .append(random.nextInt(1, 500))
                    .append(',')
                    .append(random.nextInt(1, 500))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("quotes.csv"), text);
        assertThat(program.line("import --symbol EURUSD --overlap replace", file)
                        .exitCode())
                .isZero();
    }

    private static String price(int units) {
        return units / 100_000 + "." + String.valueOf(100_000 + units % 100_000).substring(1);
    }

    private JsonNode run(String more) {
        Outcome outcome = program.line(RUN + more);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        return JsonMapper.shared().readTree(outcome.out());
    }

    private static void assertTold(Outcome outcome, int exitCode, String what) {
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("backtestr: ").contains(what).hasLineCount(1);
    }

    @Test
    void shouldComeToTheSameWhenRunAgain() {
        JsonNode first = run("");

        Outcome again = program.line("rerun " + first.get("run").asString());

        assertThat(first.at("/statistics/trades").asInt()).isGreaterThan(10);
        assertThat(again.out())
                .isEqualTo("same result hash: " + first.get("resultHash").asString() + "\n");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void shouldComeToTheSameInAnotherProcess() throws IOException, InterruptedException {
        JsonNode first = run("");

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--home",
                        folder.resolve("home").toString(),
                        "rerun",
                        first.get("run").asString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(out).isEqualTo("same result hash: " + first.get("resultHash").asString() + "\n");
    }

    @Test
    void shouldComeToTheSameFromAReportFolder() throws IOException {
        JsonNode first = run(" --report " + folder.resolve("report"));

        assertThat(program.line("rerun", folder.resolve("report")).out())
                .contains(first.get("resultHash").asString());
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("report/manifest.json")));
        assertThat(manifest.get("from").asString()).isEqualTo("2024-03-05T00:10:00Z");
        assertThat(manifest.get("to").isNull()).isTrue();
        assertThat(manifest.at("/data/digest").asString())
                .isEqualTo(first.get("dataDigest").asString());
        assertThat(manifest.at("/settings/slippage").asString()).isEqualTo("random:0.00020");
        assertThat(manifest.at("/settings/latency").asString()).isEqualTo("10ms..400ms");
        assertThat(manifest.at("/settings/seed").asString()).isEqualTo("7");
        assertThat(manifest.at("/instrument/contract-size").asString()).isEqualTo("1");
        assertThat(Files.readAllLines(folder.resolve("report/orders.csv")))
                .hasSizeGreaterThan(first.get("fills").asInt() / 2)
                .first()
                .asString()
                .startsWith("order,placedTime,type,side");
        assertThat(folder.resolve("report/report.html")).content().contains("By side", "By month", "Orders", "2024-03");
    }

    @Test
    void shouldTellWhenDataHasChanged() throws IOException {
        String id = run("").get("run").asString();
        load(815, 0);

        Outcome again = program.line("rerun " + id);

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.outLines().getFirst()).isEqualTo("the result differs");
        assertThat(again.out()).containsPattern("data digest: was [0-9a-f]{32}, is [0-9a-f]{32}");
        assertThat(again.out()).containsPattern("resultHash: was [0-9a-f]{64}, is [0-9a-f]{64}");
        assertThat(again.out()).doesNotContain("instrument", "program");
    }

    @Test
    void shouldTellWhenTheInstrumentHasChanged() {
        String id = run("").get("run").asString();
        program.line("instrument EURUSD --contract-size 2");

        Outcome again = program.line("rerun " + id);

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out())
                .contains("instrument contract-size: was 1, is 2")
                .doesNotContain("data digest");
        program.line("instrument EURUSD --contract-size 1 --lot 5");
        Outcome third = program.line("rerun " + id);
        assertThat(third.exitCode()).isZero();
        assertThat(third.out()).startsWith("same result hash").contains("instrument lot: was 100000, is 5");
    }

    @Test
    void shouldGiveOtherResultsForOtherModels() {
        String hash = run("").get("resultHash").asString();

        for (String more :
                List.of(" --seed 8", " --slippage none", " --latency 0ms", " --spread data", " --swap none")) {
            Outcome other = program.run((RUN.replace(more.split(" ", -1)[1] + " ", "--note ") + more).split(" ", -1));
            assertThat(JsonMapper.shared()
                            .readTree(other.out())
                            .get("resultHash")
                            .asString())
                    .as(more)
                    .isNotEqualTo(hash);
        }
    }

    @Test
    void shouldLayRunsSideBySide() {
        String a = run("").get("run").asString();
        String b = run(" --report " + folder.resolve("b") + " --param quantity=200")
                .get("run")
                .asString();

        Outcome table = program.line("compare " + a, folder.resolve("b"));
        Outcome differences = program.line("compare " + a + " " + b + " --differences");

        assertThat(table.outLines())
                .anyMatch(line -> line.matches("\\* +parameter quantity +100 +200"))
                .anyMatch(line -> line.matches(" +parameter fast +3 +3"))
                .anyMatch(line -> line.matches("\\* +netProfit +.*"))
                .anyMatch(line -> line.matches(" +setting slippage +random:0.00020 +random:0.00020"));
        assertThat(differences.outLines().stream().skip(2)).allMatch(line -> line.startsWith("*"));
        assertThat(JsonMapper.shared()
                        .readTree(program.line("compare --json " + a + " " + b).out())
                        .isArray())
                .isTrue();
    }

    @Test
    void shouldListTagAndDelete() {
        String a = run(" --tag good --note first").get("run").asString();
        String b = run("").get("run").asString();

        assertThat(program.line("runs").outLines())
                .hasSize(4)
                .element(2)
                .asString()
                .startsWith(b + " ");
        assertThat(program.line("runs --tag good").outLines())
                .hasSize(3)
                .element(2)
                .asString()
                .contains("first");
        program.line("runs " + a + " " + b + " --add-tag both --remove-tag good --note", "two words");
        assertThat(program.line("runs --tag both --symbol EURUSD").outLines())
                .hasSize(4)
                .filteredOn(line -> line.contains("two words"))
                .hasSize(2);
        assertTold(program.line("runs --symbol NOPE"), 0, "no such run is kept");
        assertTold(program.line("runs " + a + " --delete"), 0, "1 run was deleted");
        assertTold(program.line("runs " + a), 1, "no run " + a + " is kept");
        assertThat(program.line("sql --csv", "SELECT id, symbol, parameters['fast'] AS fast FROM runs")
                        .out())
                .isEqualTo("id,symbol,fast\n" + b + ",EURUSD,3\n");
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\": 1}");
        Path prose = Files.writeString(folder.resolve("prose.json"), "Once upon a time");

        assertTold(program.line("rerun 99"), 1, "no run 99 is kept; 'backtestr runs' lists");
        assertTold(program.line("rerun nowhere"), 1, "nowhere is neither the number of a run nor the folder");
        assertTold(program.line("rerun", broken), 1, "broken.json is no manifest that this version can read");
        assertTold(program.line("rerun", prose), 1, "prose.json is no manifest");
        assertTold(program.line("compare 1"), 2, "Missing required parameter: 'B'");
        assertTold(program.line("compare 98 99"), 1, "no run 98 is kept");
        assertTold(program.line("runs --delete"), 2, "name the runs to change");
        assertTold(program.line("runs 1 --symbol X"), 2, "choose among all runs");
        assertTold(program.line("runs one"), 2, "Unmatched argument at index 1: 'one'");
        assertTold(
                program.line("run EURUSD --strategy ema-cross --slippage fixed:0.0000001"),
                2,
                "--slippage: 0.0000001 has more than the 5 decimals");
    }
}
