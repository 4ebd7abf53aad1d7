package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportAndSymbolsTest {
    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Program program() {
        return new Program(folder.resolve("home"));
    }

    @Test
    void shouldTellReadAcceptedAndRejectedRowsWhenImporting() throws IOException {
        Path trades =
                file("trades.csv", "time,price,size\n1385337600,800.01,1.5\n1385337601,oops,2\n1385337602,800.5,3\n");

        Outcome outcome = program().line("import --symbol BTCUSD --json", trades);

        assertThat(outcome.exitCode()).isZero();
        JsonNode report = JsonMapper.shared().readTree(outcome.out()).get(0);
        assertThat(report.get("read").asInt()).isEqualTo(3);
        assertThat(report.get("accepted").asInt()).isEqualTo(2);
        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(report.get("first").asString()).isEqualTo("2013-11-25T00:00:00Z");
        assertThat(outcome.err()).startsWith("backtestr: trades.csv:3: ").endsWith("; rejected\n");
    }

    @Test
    void shouldListFirstLastTicksAndBytesWhenSymbolsAreStored() throws IOException {
        program().line("import --symbol EURUSD", file("a.csv", "time,bid,ask\n2014-05-01T00:00:00.0462042Z,1.1,1.2\n"));
        program().line("import --symbol BTCUSD", file("b.csv", "time,price,size\n1385337600,800.01,1.5\n"));

        Outcome table = program().line("symbols");
        JsonNode symbols =
                JsonMapper.shared().readTree(program().line("symbols --json").out());

        assertThat(table.exitCode()).isZero();
        assertThat(table.outLines().getFirst()).matches("symbol +first +last +ticks +bytes");
        assertThat(symbols).hasSize(2);
        assertThat(symbols.get(0).get("symbol").asString()).isEqualTo("BTCUSD");
        assertThat(symbols.get(1).get("first").asString()).isEqualTo("2014-05-01T00:00:00.046204200Z");
        assertThat(symbols.get(1).get("ticks").asInt()).isEqualTo(1);
        assertThat(symbols.get(1).get("bytes").asLong()).isPositive();
    }

    @Test
    void shouldChangeNothingWhenContentIsImportedAgain() throws IOException {
        Path trades = file("trades.csv", "time,price,size\n1385337600,800.01,1.5\n");
        program().line("import --symbol BTCUSD", trades);

        Outcome again = program().line("import --symbol BTCUSD", trades);

        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("imported already");
        assertThat(program().line("sql --csv", "SELECT count(*) AS n FROM tick").out())
                .isEqualTo("n\n1\n");
    }

    @Test
    void shouldStoreNothingOfSeveralFilesWhenOneFails() throws IOException {
        Path good = file("good.csv", "time,price,size\n1385337600,800.01,1.5\n");

        Outcome outcome = program().line("import --symbol BTCUSD", good, folder.resolve("missing.csv"));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("missing.csv does not exist").hasLineCount(1);
        assertThat(program().line("symbols --json").out()).isEqualTo("[ ]\n");
    }

    @Test
    void shouldReadWhatOptionsStateAndTellWhatAFolderHeldBesides() throws IOException {
        Files.createDirectories(folder.resolve("days"));
        file("days/a.csv", "x;02/01/2020_10:00;110120;110123\n");
        file("days/b.csv", "x;03/01/2020_10:00;110120;110123\nx;03/01/2020_10:01;110120;110119\n");
        file("days/notes.md", "about");

        Outcome outcome = program()
                .line(
                        "import --symbol EURUSD --json --zone Europe/Berlin --columns time=1,bid=2,ask=3 --scale 5"
                                + " --crossed reject --time-format dd/MM/yyyy_HH:mm",
                        folder.resolve("days"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .contains("left out, as not named like files of ticks: notes.md")
                .contains("b.csv:2: ask 1.10119 below bid 1.1012 (crossed quote); rejected");
        JsonNode report = JsonMapper.shared().readTree(outcome.out()).get(0);
        assertThat(report.get("files")).hasSize(2);
        assertThat(report.get("first").asString()).isEqualTo("2020-01-02T09:00:00Z");
        assertThat(report.get("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void shouldReplaceStoredTicksWhenAsked() throws IOException {
        program()
                .line("import --symbol BTCUSD", file("a.csv", "time,price,size\n1385337600,800,1\n1385337602,801,1\n"));
        Path later = file("b.csv", "time,price,size\n1385337601,900,1\n1385337603,901,1\n");

        Outcome stopped = program().line("import --symbol BTCUSD", later);
        Outcome replaced = program().line("import --symbol BTCUSD --overlap replace --json", later);

        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.err()).contains("already has ticks", "replace the stored ticks or to merge both");
        assertThat(replaced.exitCode()).isZero();
        assertThat(replaced.err()).contains("1 ticks stored earlier were replaced");
        assertThat(JsonMapper.shared()
                        .readTree(replaced.out())
                        .get(0)
                        .get("replaced")
                        .asInt())
                .isEqualTo(1);
        assertThat(program()
                        .line("sql --csv", "SELECT count(*) AS n FROM ticks")
                        .out())
                .isEqualTo("n\n3\n");
    }

    @Test
    void shouldTellTheQualityOfEachImport() throws IOException {
        program().line("import --symbol EURUSD", file("a.csv", """
                time,bid,ask
                2014-05-01T00:00:00Z,1.1,1.1
                2014-05-01T00:00:00Z,1.1,1.1
                2014-05-01T02:00:00Z,1.2,1.1
                2014-05-04T20:59:00Z,1.1,1.2
                oops,1.1,1.2
                """));

        Outcome table = program().line("quality EURUSD");
        JsonNode quality = JsonMapper.shared()
                .readTree(program().line("quality EURUSD --json").out())
                .get(0);

        assertThat(table.out()).contains("a.csv", "duplicates", "spikes", "longest gap");
        assertThat(quality.get("duplicates").asInt()).isEqualTo(1);
        assertThat(quality.get("locked").asInt()).isEqualTo(2);
        assertThat(quality.get("crossed").asInt()).isEqualTo(1);
        assertThat(quality.get("rejected").asInt()).isEqualTo(1);
        assertThat(quality.get("gaps").asInt()).isEqualTo(2);
        assertThat(quality.get("offHours").asInt()).isEqualTo(1);
        assertThat(quality.get("findings").get(0).get("kind").asString()).isEqualTo("gap");
        assertThat(quality.get("rejections").get(0).get("line").asInt()).isEqualTo(6);
        assertThat(program().line("quality NOPE").err()).contains("no ticks of 'NOPE' are stored");
    }

    @Test
    void shouldPointToImportAndDemoWhenNothingIsStored() {
        Outcome outcome = program().line("symbols");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("backtestr import").contains("backtestr demo");
    }

    @Test
    void shouldLeaveNothingWhenImportIsInterrupted() throws IOException {
        Path trades = file("trades.csv", "time,price,size\n1385337600,800.01,1.5\n");
        Interruption interruption = new Interruption();
        interruption.finished();
        assertThat(interruption.interruptAndWait()).isTrue();

        Outcome outcome = program().run(interruption, "import", "--symbol", "BTCUSD", trades.toString());

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.err()).isEqualTo("backtestr: interrupted; nothing half-done is left\n");
        assertThat(program().line("symbols --json").out()).isEqualTo("[ ]\n");
    }
}
