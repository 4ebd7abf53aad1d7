package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exports appear complete or not at all, and replace nothing unasked.
class ExportTest {
    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void store() throws IOException {
        program = new Program(folder.resolve("home"));
        Path ticks = Files.writeString(
                folder.resolve("ticks.csv"), "time,price,size,side\n1385337600,800.01,1,buy\n1385337660,801,2,\n");
        assertThat(program.line("import --symbol BTCUSD", ticks).exitCode()).isZero();
    }

    private void assertWritten(Outcome outcome, Path file, String rows) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(file + "\n");
        assertThat(outcome.err()).isEqualTo("backtestr: " + rows + " rows written\n");
        assertNoPartIsLeft();
    }

    private void assertTold(Outcome outcome, int exitCode, String what) {
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("backtestr: ").contains(what).hasLineCount(1);
        assertNoPartIsLeft();
    }

    private void assertNoPartIsLeft() {
        assertThat(folder).isDirectoryNotContaining("glob:**.partial-*");
    }

    @Test
    void shouldWriteTicksThatCanBeImportedAgain() throws IOException {
        Path csv = folder.resolve("out/ticks.csv");
        Path parquet = folder.resolve("out/ticks.parquet");

        assertWritten(program.line("export BTCUSD --out", csv), csv, "2");
        assertWritten(program.line("export BTCUSD --out", parquet), parquet, "2");

        assertThat(Files.readString(csv)).isEqualTo("""
                time,price,size,side
                2013-11-25 00:00:00,800.01,1,buy
                2013-11-25 00:01:00,801.00,2,
                """);
        assertThat(program.line("import --symbol C", csv).exitCode()).isZero();
        assertThat(program.line("import --symbol P", parquet).exitCode()).isZero();
        assertThat(program.line("sql --csv", "SELECT count(DISTINCT data_digest) AS n FROM imports")
                        .out())
                .isEqualTo("n\n1\n");
    }

    @Test
    void shouldWriteBarsAsTheyArePrinted() throws IOException {
        Path csv = folder.resolve("bars.csv");

        assertWritten(program.line("export BTCUSD --what bars --timeframe 1m --out", csv), csv, "2");

        assertThat(Files.readString(csv)).isEqualTo("""
                time,open,high,low,close,volume,ticks
                2013-11-25 00:00:00,800.01,800.01,800.01,800.01,1,1
                2013-11-25 00:01:00,801.00,801.00,801.00,801.00,2,1
                """);
    }

    @Test
    void shouldWriteTicksOfARangeAndResultsOfQueries() throws IOException {
        Path csv = folder.resolve("part.csv");
        assertWritten(program.line("export BTCUSD --from 2013-11-25T00:01 --out", csv), csv, "1");
        assertThat(Files.readString(csv)).endsWith("side\n2013-11-25 00:01:00,801.00,2,\n");

        Path packed = folder.resolve("query.csv.gz");
        assertWritten(program.line("export --out " + packed + " --sql", "SELECT symbol FROM ticks"), packed, "2");
        assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b);
    }

    @Test
    void shouldReplaceAFileOnlyWhenForced() throws IOException {
        Path csv = Files.writeString(folder.resolve("mine.csv"), "mine");

        assertTold(program.line("export BTCUSD --out", csv), 1, "mine.csv exists already; add --force to replace it");
        assertThat(Files.readString(csv)).isEqualTo("mine");

        assertWritten(program.line("export BTCUSD --force --out", csv), csv, "2");
    }

    @Test
    void shouldKeepWhatIsThereWhenAnExportFails() throws IOException {
        Path csv = Files.writeString(folder.resolve("mine.csv"), "mine");

        assertTold(
                program.line("export --force --out " + csv + " --sql", "SELECT error('stop') FROM range(9)"),
                1,
                "stop");

        assertThat(Files.readString(csv)).isEqualTo("mine");
    }

    @Test
    void shouldExitWithOneWhenItCannotBeDone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path out = folder.resolve("x.csv");
        Path asFolder = Files.createDirectory(folder.resolve("folder.csv"));

        assertTold(program.line("export NOPE --out", out), 1, "no ticks of 'NOPE' are stored");
        assertTold(program.line("export BTCUSD --from 2020-01-01 --out", out), 1, "has no ticks from 2020-01-01");
        assertTold(program.line("export BTCUSD --out", file.resolve("x.csv")), 1, "x.csv cannot be written");
        assertTold(program.line("export BTCUSD --force --out", asFolder), 1, "is a folder; name a file in it");
        assertTold(program.line("export --out " + out + " --sql", "DROP TABLE tick"), 1, "only one SELECT");
        assertTold(program.line("export --out " + out + " --sql", "SELECT nonsense"), 1, "nonsense");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            export BTCUSD                                     | Missing required option: '--out=FILE'
            export BTCUSD --out x.xlsx                        | ends in none of .parquet, .csv, .csv.gz and .csv.zst
            export --out x.csv                                | name either a symbol or, with --sql, a SELECT
            export BTCUSD --sql x --out x.csv                 | name either a symbol or, with --sql, a SELECT
            export --sql x --from 2020-01-01 --out x.csv      | do not go with --sql
            export BTCUSD --what bars --out x.csv             | bars need their length
            export BTCUSD --timeframe 1m --out x.csv          | --timeframe goes with --what bars
            export BTCUSD --price bid --out x.csv             | --price goes with --what bars
            export BTCUSD --what candles --out x.csv          | Invalid value for option '--what'
            """)
    void shouldExitWithTwoWhenUsageIsWrong(String words, String what) {
        assertTold(program.line(words), 2, what);
    }

    @Test
    void shouldLeaveNothingWhenInterrupted() {
        Interruption interruption = new Interruption();
        interruption.finished();
        assertThat(interruption.interruptAndWait()).isTrue();
        Path out = folder.resolve("never.csv");

        List<String> words = List.of("export", "BTCUSD", "--out", out.toString());
        Outcome outcome = program.run(interruption, words.toArray(String[]::new));

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(out).doesNotExist();
        assertNoPartIsLeft();
    }
}
