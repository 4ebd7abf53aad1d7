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
    void shouldTellOfEarlierFilesWhenALaterOneFails() throws IOException {
        Path good = file("good.csv", "time,price,size\n1385337600,800.01,1.5\n");

        Outcome outcome = program().line("import --symbol BTCUSD", good, folder.resolve("missing.csv"));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("good.csv");
        assertThat(outcome.err()).contains("missing.csv does not exist").hasLineCount(1);
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
