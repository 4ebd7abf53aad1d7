package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bar data from the file to the report, by the commands a user gives.
class BarDataTest {
    @TempDir
    Path folder;

    private Path days;

    private Outcome run(String... arguments) {
        return new Program(folder.resolve("home")).run(arguments);
    }

    private Outcome done(String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    /// Sixty days that rise for twenty, fall for twenty and rise again.
    @BeforeEach
    void writeFile() throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        int price = 1000;
        for (int day = 0; day < 60; day++) {
            int close = price + (day / 20 == 1 ? -10 : 10);
            text.append("2013-%02d-%02d,%d,%d,%d,%d,5\n"
                    .formatted(
                            1 + day / 28,
                            1 + day % 28,
                            price,
                            Math.max(price, close) + 3,
                            Math.min(price, close) - 3,
                            close));
            price = close;
        }
        days = Files.writeString(folder.resolve("days.csv"), text);
    }

    @Test
    void shouldImportListAndPrintBars() {
        assertThat(done("import", days.toString(), "--symbol", "X", "--bars", "1d")
                        .out())
                .contains("1d bars: csv", "60");
        assertThat(done("symbols").out()).contains("X", "1d", "2013-01-01T00:00:00Z", "60");
        assertThat(done("quality", "X").out()).contains("import of bars", "days.csv");
        assertThat(done("bars", "X", "--timeframe", "1d", "--to", "2013-01-02", "--csv")
                        .out())
                .isEqualTo("time,open,high,low,close,volume\n2013-01-01T00:00:00Z,1000,1013,997,1010,5\n");
        assertThat(done("indicators", "X", "--timeframe", "1d", "--indicator", "sma:2", "--csv")
                        .out())
                .contains("2013-01-02T00:00:00Z");
        assertThat(done("sql", "SELECT count(*) FROM bars", "--csv").out()).contains("60");
    }

    @Test
    void shouldRunAndReportOnWhatItRests() throws IOException {
        done("import", days.toString(), "--symbol", "X", "--bars", "1d");
        String[] run = {
            "run", "X", "--strategy", "ema-cross", "--param", "timeframe=1d", "--param", "fast=2", "--param", "slow=5"
        };

        Outcome summary = done(concat(run, "--report", folder.resolve("report").toString()));
        assertThat(summary.out())
                .contains("60 of bar data 1d, path assumption nearest", "Path nearest", "no fill depends on it");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report/result.json")));
        assertThat(json.get("bars").asInt()).isEqualTo(60);
        assertThat(json.get("ticks")).isNull();
        assertThat(json.get("barData").get("pathAssumption").asString()).isEqualTo("nearest");
        assertThat(json.get("barData").get("dependentFills").asInt()).isZero();
        assertThat(Files.readString(folder.resolve("report/report.html"))).contains("bar data 1d");
        // The averages cross while prices fall from 1200 and rise from 1000; each fill is an open.
        assertThat(Files.readString(folder.resolve("report/fills.csv"))).contains("2013-01-2", ",sell,1,", ",buy,2,");

        JsonNode other = JsonMapper.shared()
                .readTree(done(concat(run, "--path", "pessimistic", "--json")).out());
        assertThat(other.get("barData").get("pathAssumption").asString()).isEqualTo("pessimistic");
        assertThat(other.get("resultHash")).isNotEqualTo(json.get("resultHash"));
    }

    @Test
    void shouldTakeTicksWhereThereAreAnyUnlessBarsAreAskedFor() throws IOException {
        Path ticks = Files.writeString(folder.resolve("ticks.csv"), """
                time,price,size
                2013-01-01 10:00:00,77,1
                2013-01-02 10:00:00,78,1
                """);
        done("import", days.toString(), "--symbol", "X", "--bars", "1d");
        done("import", ticks.toString(), "--symbol", "X");

        assertThat(done("bars", "X", "--timeframe", "1d", "--csv").out())
                .contains("77")
                .doesNotContain("1013");
        assertThat(done("bars", "X", "--timeframe", "1d", "--bars", "1d", "--csv")
                        .out())
                .contains("1013");
        assertThat(done("symbols").out()).contains("ticks", "1d");
    }

    @Test
    void shouldSayInOneLineWhatCannotBe() {
        done("import", days.toString(), "--symbol", "X", "--bars", "1d");

        assertFails("1h bars cannot be made of 1d bar data", "bars", "X", "--timeframe", "1h");
        assertFails("leave the price out", "bars", "X", "--timeframe", "1d", "--price", "ask");
        assertFails("X has no 1m bars; there are 1d bars", "bars", "X", "--timeframe", "1m", "--bars", "1m");
        assertFails("15m bars cannot be made of 1d bar data", "run", "X", "--strategy", "ema-cross");
        assertFails("there are some from", "bars", "X", "--timeframe", "1d", "--from", "2020-01-01");
        assertFails("no time of day", "import", days.toString(), "--symbol", "Y", "--bars", "1h");
        assertFails("has no bars", "import", days.toString(), "--symbol", "Y", "--bars", "1d", "--format", "mt5");
        assertFails(
                "state the length of the bars",
                "import",
                days.toString(),
                "--symbol",
                "Y",
                "--columns",
                "time=0,open=1,high=2,low=3,close=4");
    }

    private void assertFails(String reason, String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains(reason);
    }

    @Test
    void shouldDrawAChart() {
        done("import", days.toString(), "--symbol", "X", "--bars", "1d");
        Path picture = folder.resolve("x.png");

        done("chart", "X", "--timeframe", "1d", "--out", picture.toString());
        assertThat(picture).isNotEmptyFile();
    }

    private static String[] concat(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
