package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import ai.backtestr.desktop.fixture.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every statistic of a run and of its long and its short trades, worked out anew by one SQL statement from the fills,
/// the trades and the ticks, `docs/guide/statistics.sql`. It shares no code with the program.
class RecomputedStatisticsTest {
    private static final double RELATIVE = 1e-9;
    /// Differences of figures of some ten thousand in double precision.
    private static final double ABSOLUTE = 1e-10;

    private static final List<String> SCOPES = List.of("statistics", "longTrades", "shortTrades");

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void load() {
        program = new Program(folder.resolve("home"));
        load("EURUSD", " --zone -05:00", SharedData.of("fx_lean_fxcm_EURUSD", "tick"));
        load("BTCUSD", "", SharedData.of("crypto_bitstamp", "bitcoincharts_bitstampUSD.csv"));
    }

    private static void load(String symbol, String more, Path data) {
        done("import --symbol " + symbol + more, data);
        done("export " + symbol + " --out", ticks(symbol));
    }

    private static Path ticks(String symbol) {
        return folder.resolve(symbol + ".csv");
    }

    private static String done(String words, Object... more) {
        Outcome outcome = program.line(words, more);
        assertThat(outcome.exitCode()).as("%s: %s", words, outcome.err()).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD, ema-cross, 0.002%, --param quantity=5000 --slippage fixed:0.00002",
        "EURUSD, donchian-trend, 1 per trade, --param sizing=risk --param percent=2 --leverage 20 --latency 50ms",
        "EURUSD, spread-grid, none, --param quantity=1000 --leverage 30 --limit-fill through --param step=0.02",
        "EURUSD, bollinger-breakout, none, --param quantity=3000 --slippage atr:10%:14:15m --param direction=short",
        "BTCUSD, sma-cross, 0.2%, --param quantity=100 --timeframe 4h",
        "BTCUSD, rsi-reversion, 0.5%/0.1%, --param quantity=50 --param stop=2 --param target=3 --timeframe 1h",
        "BTCUSD, multi-timeframe-trend, '0.01 per unit, at least 0.05', --param quantity=20"
    })
    void shouldEqualWhatSqlWorksOut(String symbol, String strategy, String commission, String more) throws IOException {
        Path report = folder.resolve(symbol + "-" + strategy);
        done(
                "run " + symbol + " --strategy " + strategy + " --checks none " + more,
                "--commission",
                commission,
                "--report",
                report);
        JsonNode result = JsonMapper.shared().readTree(Files.readString(report.resolve("result.json")));
        assertThat(result.at("/statistics/trades").asInt()).isGreaterThan(3);
        Set<String> compared = new TreeSet<>();
        List<String> different = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(done("sql --json", sql(report, symbol)))) {
            String scope = row.get("scope").asString();
            String id = row.get("id").asString();
            compared.add(scope + "." + id);
            Double ours = number(result.get(scope).get(id));
            Double theirs = number(row.get("value"));
            if (!isClose(ours, theirs)) {
                different.add(scope + "." + id + ": " + ours + ", by SQL " + theirs);
            }
        }
        assertThat(different).as("%s of %s", strategy, symbol).isEmpty();
        assertThat(compared).isEqualTo(ids(result));
    }

    private static Set<String> ids(JsonNode result) {
        Set<String> ids = new TreeSet<>();
        for (String scope : SCOPES) {
            boolean isEmpty = result.get(scope).get("trades").asInt() == 0; // SQL has no row for no trades
            result.get(scope).propertyNames().stream().filter(id -> !isEmpty).forEach(id -> ids.add(scope + "." + id));
        }
        return ids;
    }

    private static String sql(Path report, String symbol) throws IOException {
        boolean quotes = symbol.equals("EURUSD");
        return Guide.read("statistics.sql")
                .replace("{report}", report.toString())
                .replace("{ticks}", ticks(symbol).toString())
                .replace("{sell}", quotes ? "least(bid, ask)" : "price")
                .replace("{buy}", quotes ? "greatest(bid, ask)" : "price")
                .replace("{price}", quotes ? "bid" : "price");
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNull() ? null : node.asDouble();
    }

    private static boolean isClose(@Nullable Double ours, @Nullable Double theirs) {
        if (ours == null || theirs == null) {
            return Objects.equals(ours, theirs);
        }
        return Math.abs(ours - theirs) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(theirs));
    }
}
