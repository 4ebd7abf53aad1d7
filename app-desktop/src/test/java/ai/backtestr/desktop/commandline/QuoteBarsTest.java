package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.SharedData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bars of recorded quotes (TrueFX, USDJPY) against SQL on the same database.
class QuoteBarsTest {
    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void importQuotes() {
        Path quotes = SharedData.of("fx_truefx", "usdjpy-ticks.csv");
        program = new Program(folder.resolve("home"));
        assertThat(program.line("import --symbol USDJPY", quotes).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "bid, bid, 0",
        "ask, ask, 0",
        "mid, (bid + ask) * 5, 1",
    })
    void shouldEqualSqlAggregationWhenBarsAreMadeOfThatPrice(String price, String expression, int moreDecimals) {
        int decimals = moreDecimals
                + Integer.parseInt(program.line("sql --csv", "SELECT price_scale FROM instruments")
                        .outLines()
                        .getLast());

        List<String> bars = program.line("bars USDJPY --timeframe 1m --csv --price " + price)
                .outLines();

        assertThat(bars).isEqualTo(barsBySql(expression, decimals));
    }

    private static List<String> barsBySql(String price, int decimals) {
        String sql = """
                SELECT ms // 60000 * 60 AS start,
                       first(%1$s ORDER BY rowid) AS open,
                       max(%1$s) AS high,
                       min(%1$s) AS low,
                       last(%1$s ORDER BY rowid) AS close,
                       count(*) AS ticks
                FROM tick
                GROUP BY 1
                ORDER BY 1
                """.formatted(price);
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume,ticks"));
        for (String line :
                program.line("sql --csv", sql).outLines().stream().skip(1).toList()) {
            String[] row = line.split(",", -1);
            lines.add(String.join(
                    ",",
                    Instant.ofEpochSecond(Long.parseLong(row[0])).toString(),
                    decimal(row[1], decimals),
                    decimal(row[2], decimals),
                    decimal(row[3], decimals),
                    decimal(row[4], decimals),
                    "0",
                    row[5]));
        }
        return lines;
    }

    private static String decimal(String units, int decimals) {
        return new BigDecimal(units)
                .movePointLeft(decimals)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
