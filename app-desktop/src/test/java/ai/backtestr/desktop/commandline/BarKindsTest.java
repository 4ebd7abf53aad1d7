package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.SharedData;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bars that are not of a length of time within the day, of recorded quotes (FXCM, EURUSD, four days of May 2014
/// about a weekend), against SQL on the same database.
class BarKindsTest {
    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void importQuotes() {
        Path ticks = SharedData.of("fx_lean_fxcm_EURUSD", "tick");
        program = new Program(folder.resolve("home"));
        for (String day : List.of("20140501", "20140502", "20140504", "20140505")) {
            assertThat(program.line("import --symbol EURUSD", ticks.resolve(day + "_quote.zip"))
                            .exitCode())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 377})
    void shouldEqualSqlForBarsOfTicks(int count) {
        // Days begin at 17:00 New York, which was 21:00 UTC then.
        String sql = """
                WITH numbered AS (
                    SELECT rowid AS id, ms, bid, (ms - 75600000) // 86400000 AS day,
                           (row_number() OVER (PARTITION BY (ms - 75600000) // 86400000 ORDER BY rowid) - 1) // %d AS bar
                    FROM tick)
                SELECT first(ms ORDER BY id), (first(bid ORDER BY id) / 100000)::DECIMAL(9, 5),
                       (max(bid) / 100000)::DECIMAL(9, 5), (min(bid) / 100000)::DECIMAL(9, 5),
                       (last(bid ORDER BY id) / 100000)::DECIMAL(9, 5), count(*)
                FROM numbered GROUP BY day, bar ORDER BY min(id)
                """.formatted(count);
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume,ticks"));
        for (String line : rows(sql)) {
            String[] row = line.split(",", -1);
            row[0] = Instant.ofEpochMilli(Long.parseLong(row[0])).toString();
            row[5] = "0," + row[5];
            lines.add(String.join(",", row));
        }

        assertThat(bars(count + "t")).isEqualTo(lines).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"1w, weekly_ohlcv, week", "1mo, monthly_ohlcv, month", "1d, daily_ohlcv, day"})
    void shouldEqualTheViewsForWeeksAndMonths(String timeframe, String view, String column) {
        List<String> expected = rows("SELECT open::DECIMAL(9, 5), high::DECIMAL(9, 5), low::DECIMAL(9, 5),"
                + " close::DECIMAL(9, 5), ticks FROM " + view + " ORDER BY " + column);

        List<String> bars = bars(timeframe).stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1).replace(",0,", ","))
                .toList();

        assertThat(bars).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void shouldRunAndDrawBarsOfEveryKind() {
        for (String timeframe : List.of("500t", "50r", "renko:50", "ha:5m", "ha:renko:50", "1w")) {
            Path picture = folder.resolve(timeframe.replace(':', '-') + ".png");
            assertThat(program.line("chart EURUSD --timeframe " + timeframe + " --out", picture)
                            .exitCode())
                    .as(timeframe)
                    .isZero();
            assertThat(picture).isNotEmptyFile();
            assertThat(program.line("indicators EURUSD --indicator sma:1,atr --csv --timeframe " + timeframe)
                            .outLines())
                    .as(timeframe)
                    .hasSameSizeAs(bars(timeframe));
            assertThat(program.line("run EURUSD --strategy ema-cross --timeframe " + timeframe)
                            .exitCode())
                    .as(timeframe)
                    .isZero();
        }
        List<String> runs = rows("SELECT parameters['timeframe'] FROM runs ORDER BY id DESC LIMIT 1");
        assertThat(runs).containsExactly("1w");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bars EURUSD --timeframe 1000v | EURUSD: 1000v bars need trades",
                "run EURUSD --strategy ema-cross --timeframe 1000v | EURUSD: 1000v bars need trades",
                "bars EURUSD --timeframe 1M | may be minutes or months",
                "run EURUSD --strategy spread-grid --timeframe 5m | has no parameter 'timeframe'",
                "run EURUSD --strategy ema-cross --timeframe 5m --param timeframe=1m | give one of them",
                "import x.csv --symbol A --bars 1w | 1w cannot be the length of recorded bars",
                "import x.csv --symbol A --bars 500t | 500t cannot be the length of recorded bars"
            })
    void shouldSayWhatBarsThereCannotBe(String words, String message) {
        Program.Outcome outcome = program.line(words);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains(message);
    }

    private static List<String> bars(String timeframe) {
        return program.line("bars EURUSD --csv --timeframe " + timeframe).outLines();
    }

    private static List<String> rows(String sql) {
        return program.line("sql --csv", sql).outLines().stream().skip(1).toList();
    }
}
