package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Instruments by the command line.
class InstrumentTest {
    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void store() throws IOException {
        program = new Program(folder.resolve("home"));
        Files.writeString(folder.resolve("es.csv"), "time,price,size\n1385337600,5000.25,1\n1385337660,5001,2\n");
    }

    private Outcome load(String symbol) {
        return program.line("import --symbol " + symbol, folder.resolve("es.csv"));
    }

    @Test
    void shouldTellWhenMoneyHangsOnWhatTheSymbolIsTakenFor() {
        assertThat(load("ESZ4").err())
                .isEqualTo("backtestr: ESZ4 is taken for a contract of 50 USD a point; 'backtestr instrument ESZ4"
                        + " --contract-size 1' changes that\n");
        assertThat(load("AAPL").err()).isEmpty();
    }

    @Test
    void shouldShowWhatIsAssumed() {
        load("ESZ4");

        assertThat(program.line("instrument ESZ4").outLines())
                .anyMatch(line -> line.matches("tick-size +0\\.25 +.*"))
                .anyMatch(line -> line.matches("contract-size +50 +.*"))
                .anyMatch(line -> line.matches("calendar +futures +.*"))
                .anyMatch(line -> line.matches("zone +America/Chicago +.*"));
    }

    @Test
    void shouldKeepChangesAndUseThem() {
        load("ESZ4");
        Outcome outcome = program.line("instrument ESZ4 --tick-size 0.05 --lot 10 --contract-size 12.5 --step 2"
                + " --min-quantity 4 --calendar forex --zone Europe/London --base SPX --quote GBP --json");

        assertThat(outcome.exitCode()).isZero();
        JsonNode symbol = JsonMapper.shared()
                .readTree(program.line("symbols --json").out())
                .get(0);
        assertThat(symbol.get("tickSize").asString()).isEqualTo("0.05");
        assertThat(symbol.get("lotSize").asInt()).isEqualTo(10);
        assertThat(symbol.get("contractSize").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(symbol.get("quantityStep").asString()).isEqualTo("2");
        assertThat(symbol.get("minQuantity").asString()).isEqualTo("4");
        assertThat(symbol.get("calendar").asString()).isEqualTo("forex");
        assertThat(symbol.get("zone").asString()).isEqualTo("Europe/London");
        assertThat(symbol.get("baseCurrency").asString()).isEqualTo("SPX");
        assertThat(symbol.get("currency").asString()).isEqualTo("GBP");
        assertThat(program.line(
                                "sql --csv",
                                "SELECT tick_size::DOUBLE AS t, contract_size::DOUBLE AS c FROM instruments")
                        .out())
                .isEqualTo("t,c\n0.05,12.5\n");
    }

    @Test
    void shouldChangeNothingWhenAFieldDoesNotFit() {
        load("ESZ4");

        assertThat(program.line("instrument ESZ4 --lot 10 --tick-size 0.001").exitCode())
                .isEqualTo(2);
        assertThat(program.line("instrument ESZ4").outLines()).anyMatch(line -> line.matches("lot +1 +.*"));
    }
}
