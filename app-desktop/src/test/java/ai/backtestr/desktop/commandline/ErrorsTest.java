package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a user gets wrong is one line that says what and what helps, with the exit code that belongs to it.
class ErrorsTest {
    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void store() throws IOException {
        program = new Program(folder.resolve("home"));
        Files.writeString(folder.resolve("ticks.csv"), "time,price,size\n1385337600,800.01,1\n1385337660,801,2\n");
        assertThat(program.line("import --symbol BTCUSD", folder.resolve("ticks.csv"))
                        .exitCode())
                .isZero();
    }

    private static void assertTold(Outcome outcome, int exitCode, String what) {
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("backtestr: ")
                .contains(what)
                .hasLineCount(1)
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            improt x                                                    | did you mean import
            symbols --colour                                            | Unknown option: '--colour'; see 'backtestr symbols --help'
            bars BTCUSD                                                 | Missing required option: '--timeframe=BARS'
            bars BTCUSD --timeframe 2d                                  | 2d is longer than 1d; of what is longer there are 1w
            bars BTCUSD --timeframe soon                                | 'soon' is not a timeframe
            bars BTCUSD --timeframe 1m --price last                     | 'last' is not a price
            bars BTCUSD --timeframe 1m --from yesterday                 | 'yesterday' is not a time
            bars BTCUSD --timeframe 1m --from 2014-01-01 --to 2013-01-01| is not before the end
            run BTCUSD                                                  | Missing required option: '--strategy=NAME'
            run BTCUSD --strategy nonsense                              | no strategy is called 'nonsense'; there are
            run BTCUSD --strategy ema-cross --param fast=0              | parameter fast: '0' is not in range; it takes 1 to 10000
            run BTCUSD --strategy ema-cross --param fast=x              | parameter fast: 'x' is not a whole number
            run BTCUSD --strategy ema-cross --param fast=30             | parameter fast: 30 is not below slow, 26
            run BTCUSD --strategy ema-cross --param speed=1             | no parameter is called 'speed'
            run BTCUSD --strategy ema-cross --param fast                | should be in KEY=VALUE format
            run BTCUSD --strategy ema-cross --cash much                 | 'much' is not an amount
            run BTCUSD --strategy ema-cross --cash -1                   | starting cash of -1.00 is not above 0
            run BTCUSD --strategy ema-cross --leverage 2000             | leverage of 2000 is outside 1 to 1000
            run BTCUSD --strategy ema-cross --leverage x                | 'x' is not a number
            run BTCUSD --strategy ema-cross --commission 0.1            | '0.1' is not a commission
            chart BTCUSD --timeframe 1m --out x.png --width 5           | a width of 5 pixels is outside 100 to 8192
            chart BTCUSD --timeframe 1m --out x.png --theme pink        | but was 'pink'
            instrument BTCUSD --tick-size 0.001                         | --tick-size: 0.001 cannot be told apart with the 2 decimals
            instrument BTCUSD --zone Mars                               | --zone: 'Mars' is not a zone; write an offset
            instrument BTCUSD --contract-size 0                         | --contract-size: contract size of 0 is outside
            instrument                                                  | Missing required parameter: 'SYMBOL'
            sql --csv --json x                                          | mutually exclusive
            import x.csv                                                | Missing required option: '--symbol=SYMBOL'
            import x.csv --symbol X --format cvs                        | no format is called 'cvs'; there are csv, dukascopy-bi5
            import x.csv --symbol X --zone Mars                         | 'Mars' is not a zone; write an offset like -05:00
            import x.csv --symbol X --columns time=0                    | has to state either time, bid and ask, or time, price and size
            import x.csv --symbol X --columns when=0,bid=1,ask=2        | 'when' is not the role of a column; there are date, time
            import x.csv --symbol X --scale 13                          | the scale 13 is outside 0 to 12
            import x.csv --symbol X --time-format jjj                   | Unknown pattern letter: j
            import x.csv --symbol X --format lean --time-format ms      | the format lean has columns and times of its own
            import x.csv --symbol X --overlap maybe                     | Invalid value for option '--overlap'
            """)
    void shouldExitWithTwoWhenUsageIsWrong(String words, String what) {
        assertTold(program.line(words), 2, what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            bars NOPE --timeframe 1m                                    | no ticks of 'NOPE' are stored
            run NOPE --strategy ema-cross                               | no ticks of 'NOPE' are stored
            instrument NOPE                                             | no ticks of 'NOPE' are stored
            instrument NOPE --lot 1                                     | no ticks of 'NOPE' are stored
            chart NOPE --timeframe 1m --out x.png                       | no ticks of 'NOPE' are stored
            bars BTCUSD --timeframe 1m --price bid                      | has no quotes, only trades; take the price trade
            bars BTCUSD --timeframe 1m --from 2020-01-01                | has no ticks from 2020-01-01T00:00:00Z to the end
            run BTCUSD --strategy ema-cross --param quantity=0.001      | has more than the 0 decimals
            sql nonsense                                                | syntax error
            """)
    void shouldExitWithOneWhenStoredDataDoesNotFit(String words, String what) {
        assertTold(program.line(words), 1, what);
    }

    @Test
    void shouldExitWithOneWhenStatementWouldChangeTheStore() {
        assertTold(program.line("sql", "DROP TABLE tick"), 1, "only one SELECT");
        assertThat(program.line("symbols").exitCode()).isZero();
    }

    @Test
    void shouldExitWithOneWhenFileIsMissingEmptyOrNoTable() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path prose = Files.writeString(folder.resolve("prose.csv"), "Once upon a time\nthere was a tick\n");

        assertTold(program.line("import --symbol X", folder.resolve("none.csv")), 1, "none.csv does not exist");
        assertTold(program.line("import --symbol X", empty), 1, "empty.csv is empty");
        assertTold(
                program.line("import --symbol X", prose), 1, "prose.csv: its header 'Once,upon,a,time' names neither");
        Path bare = Files.createDirectories(folder.resolve("bare"));
        assertTold(program.line("import --symbol X", bare), 1, "bare is a folder without files of ticks");
        assertTold(
                program.run(
                        "import", "--symbol", "X Y", folder.resolve("ticks.csv").toString()),
                1,
                "'X Y'");
        assertThat(program.line("symbols --json").out()).doesNotContain("\"X");
    }

    @Test
    void shouldExitWithOneWhenHomeCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertTold(program.line("symbols --home", file.resolve("home")), 1, "the home folder cannot be written");
    }

    @Test
    void shouldExitWithOneWhenDatabaseIsNone() throws IOException {
        Path home = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(home.resolve("backtestr.duckdb"), "This is no database, whatever its name may say.");

        assertTold(program.line("symbols --home", home), 1, "is not a DuckDB database");
    }

    @Test
    void shouldExitWithOneAndLeaveNothingWhenOutputCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        String run = "run BTCUSD --strategy ema-cross --report";
        String chart = "chart BTCUSD --timeframe 1m --out";

        assertTold(program.line(run, file), 1, "is a file; name a folder for the report");
        assertTold(program.line(run, file.resolve("report")), 1, "the folder cannot be written");
        assertTold(program.line(chart, folder), 1, "is a folder; name a file in it");
        assertTold(program.line(chart, file.resolve("chart.png")), 1, "chart.png cannot be written");
        assertThat(folder).isDirectoryNotContaining("glob:**.partial-*");
    }

    @Test
    void shouldWriteDetailsToLogWhenACommandFails() {
        program.line("sql nonsense");

        assertThat(folder.resolve("home/logs/backtestr.log")).content().contains("StoreException", "\tat ");
    }

    @Test
    void shouldExitWithOneWhenStandardOutputIsFull() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLineApp app = new CommandLineApp(Map.of(), Clock.systemUTC(), null);

        int exitCode = app.run(Terminal.of(full, err, false), new Interruption(), "strategies");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("backtestr: standard output cannot be written; the results are incomplete\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strategies",
                "sql --csv FROM_range(1000000)",
                "sql --json FROM_range(1000000)",
                "sql FROM_range(9)"
            })
    void shouldEndQuietlyWhenNobodyReadsTheResults(String line) {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLineApp app = new CommandLineApp(
                Map.of("BACKTESTR_HOME", folder.resolve("home").toString()), Clock.systemUTC(), null);
        String[] arguments =
                Stream.of(line.split(" ")).map(word -> word.replace('_', ' ')).toArray(String[]::new);

        int exitCode = app.run(Terminal.of(closed, err, false), new Interruption(), arguments);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exitCode).isEqualTo(141);
    }

    @Test
    void shouldExitWithOneWhenThereIsNoDisplayForTheWindow() {
        assertTold(program.run(), 1, "no display");
    }
}
