package ai.backtestr.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.commandline.Program.Outcome;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.honesty.CheckOptions;
import ai.backtestr.desktop.honesty.HonestyChecks;
import ai.backtestr.desktop.report.Honesty;
import ai.backtestr.desktop.runs.ExplainedFill;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks, explanations and the same hash again, on the sample.
class HonestyTest {
    private static final String EMA_CROSS = "run BTCUSD --strategy ema-cross --param quantity=5 --commission 0.1%";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void loadSample() {
        program = new Program(folder.resolve("home"));
        assertThat(program.line("demo --no-window").exitCode()).isZero();
    }

    static Stream<StrategyDefinition> strategies() {
        return BuiltInStrategies.all().stream().filter(strategy -> strategy.instruments() == 1);
    }

    @Test
    void shouldSayFirstThatAResultFailsAndShowEveryCheck() {
        Outcome outcome = program.line(EMA_CROSS);

        assertThat(outcome.outLines().getFirst())
                .isEqualTo("Do not trust this result yet. Failed: best five trades, trades per parameter.");
        assertThat(outcome.outLines())
                .anyMatch(line -> line.startsWith("  ok           Look-ahead  "))
                .anyMatch(line -> line.startsWith("  ok           Stale fills  "))
                .anyMatch(line -> line.startsWith("  FAILED       Best five trades  "))
                .anyMatch(line -> line.startsWith("As run  "))
                .anyMatch(line -> line.startsWith("All of these at once  "));
    }

    @Test
    void shouldCheckAsMuchAsWasAsked() {
        assertThat(program.line(EMA_CROSS + " --checks none").out()).doesNotContain("Look-ahead", "trust");
        assertThat(program.line(EMA_CROSS + " --checks quick").out())
                .contains("not checked  Look-ahead", "FAILED       Best five trades")
                .doesNotContain("As run");
        assertThat(program.line(EMA_CROSS + " --stale-after soon").err())
                .isEqualTo("backtestr: --stale-after: 'soon' is not a length of time; write one like 50ms, 1.5s or 48h;"
                        + " see 'backtestr run --help'\n");
    }

    /// The sample has fills after silences of up to 36 seconds.
    @Test
    void shouldCallFillsStaleAfterTheSilenceGiven() {
        JsonNode findings = json(EMA_CROSS + " --stale-after 35s --json").at("/checks/findings");
        assertThat(findings.get(2).get("id").asString()).isEqualTo("stale-fills");
        assertThat(findings.get(2).get("verdict").asString()).isEqualTo("failed");
        assertThat(findings.get(2).get("text").asString()).startsWith("1 of 16 fills came after");
    }

    @Test
    void shouldGiveTheSameFiguresForAHarderAssumptionAsARunWithIt() {
        JsonNode strip = json(EMA_CROSS + " --json").at("/checks/sensitivity");
        assertThat(strip).hasSize(6);
        JsonNode later = json(EMA_CROSS + " --latency 250ms --checks none --json");
        assertThat(strip.get(2).get("id").asString()).isEqualTo("latency");
        assertThat(strip.get(2).get("netProfit").decimalValue())
                .isEqualByComparingTo(later.at("/statistics/netProfit").decimalValue());
        assertThat(strip.get(2).get("sharpe").decimalValue())
                .isEqualByComparingTo(later.at("/statistics/sharpe").decimalValue());
    }

    @Test
    void shouldAddUpToTheSameTradesByWeekdayHourAndMonthInTheZoneGiven() {
        JsonNode root = json(EMA_CROSS + " --checks none --zone Asia/Tokyo --json");
        JsonNode times = root.get("tradesByEntry");
        assertThat(times.get("zone").asString()).isEqualTo("Asia/Tokyo");
        for (String by : List.of("weekdays", "hours", "months")) {
            BigDecimal profit = BigDecimal.ZERO;
            int trades = 0;
            for (JsonNode row : times.get(by)) {
                profit = profit.add(row.get("profit").decimalValue());
                trades += row.get("trades").asInt();
            }
            assertThat(trades).isEqualTo(root.at("/statistics/trades").asInt());
            assertThat(profit.add(root.at("/statistics/openProfit").decimalValue()))
                    .isEqualByComparingTo(root.at("/statistics/netProfit").decimalValue());
        }
    }

    /// Buys as much as the clock says, so that nothing it does can be had again.
    @Test
    void shouldFailAStrategyThatDoesNotDoTheSameTwice() throws IOException {
        Path strategies = Files.createDirectories(folder.resolve("home/strategies"));
        Files.writeString(strategies.resolve("Moody.java"), """
                import ai.backtestr.engine.order.*;
                import ai.backtestr.engine.strategy.*;

                public class Moody implements Strategy {
                    public void prepare(StrategySetup setup) {}

                    public void onStart(StrategyContext context) {
                        context.submit(OrderRequest.market(Side.BUY, 1 + System.nanoTime() % 100_000_007));
                    }
                }
                """);
        Outcome outcome = program.line("run BTCUSD --strategy moody");

        assertThat(outcome.outLines().getFirst()).startsWith("Do not trust this result yet. Failed: look-ahead");
        assertThat(outcome.out()).contains("does not even do the same on the same data", "First difference, order 1: ");
    }

    /// Cancelled in the fourth repetition, after the three of the look-ahead probe.
    @Test
    void shouldSayWhichChecksWereNotMadeWhenTheyAreInterrupted() {
        StrategyDefinition cross = EmaCross.DEFINITION;
        AtomicReference<Runnable> onCreate = new AtomicReference<>(() -> {});
        StrategyDefinition watched =
                new StrategyDefinition("watched", "Watched", "Watched.", cross.parameters(), values -> {
                    onCreate.get().run();
                    return cross.create(values);
                });
        try (Workspace workspace = Workspace.open(new HomeFolder(folder.resolve("home")))) {
            BacktestRequest request = new BacktestRequest("BTCUSD", TimeRange.ALL, spec(watched));
            BacktestResult result = workspace.backtest(request).run();
            BackgroundTask<Honesty> checks = HonestyChecks.of(workspace, request, result, CheckOptions.DEFAULT);
            AtomicInteger repetitions = new AtomicInteger();
            onCreate.set(() -> {
                if (repetitions.incrementAndGet() == 4) {
                    checks.cancel();
                }
            });

            Honesty honesty = checks.run();

            assertThat(honesty.interrupted()).isTrue();
            assertThat(honesty.headline())
                    .startsWith("The checks were interrupted. Not made: sensitivity, stale fills. ");
            assertThat(honesty.findings())
                    .extracting(finding -> finding.id() + " " + Honesty.word(finding.verdict()))
                    .startsWith("look-ahead ok", "sensitivity not checked", "stale-fills not checked")
                    .hasSize(5);
            assertThat(HonestyChecks.interrupted(result).headline())
                    .startsWith("The checks were interrupted. Not made: look-ahead, sensitivity, stale fills. ");
        }
    }

    @Test
    void shouldExplainAFillFromTheTicksAroundIt() {
        int run = json(EMA_CROSS + " --latency 1s --checks none --json")
                .get("run")
                .asInt();

        Outcome outcome = program.line("explain " + run + " 1 --ticks 3");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(
                        "  Placed          2013-11-25T08:00:23Z",
                        "  At the market   2013-11-25T08:00:24Z, 1 s later",
                        "  Filled          2013-11-25T08:00:25Z, 1 s after it arrived",
                        "Market order: takes the first quote after it reached the market",
                        "Worked out again from the data: the same price, time and slippage.",
                        "\nfill  2013-11-25T08:00:25Z  trade  816.68");
        assertThat(outcome.outLines())
                .filteredOn(line -> line.contains(" trade "))
                .hasSize(7 + 1);
        assertThat(program.line("explain " + run).outLines())
                .hasSize(2 + 16)
                .anyMatch(line -> line.startsWith("1     2013-11-25T08:00:25Z  1      buy   taker"));
        assertThat(program.line("explain " + run + " 17").err())
                .isEqualTo("backtestr: there is no fill 17; the run has 16 fills\n");
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldExplainEveryFillOfEveryStrategy(StrategyDefinition strategy) {
        try (Workspace workspace = Workspace.open(new HomeFolder(folder.resolve("home")))) {
            BacktestRequest request = new BacktestRequest("BTCUSD", TimeRange.ALL, spec(strategy));
            BacktestResult result = workspace.backtest(request).run();
            List<Fill> fills = result.fills();
            assertThat(fills).isNotEmpty();
            for (int i = 0; i < fills.size(); i += Math.max(1, fills.size() / 8)) {
                ExplainedFill explained = ExplainedFill.of(workspace, request, result, i + 1, 2);
                assertThat(explained.explanation().confirmed())
                        .as("%s: %s", strategy.name(), ExplanationText.of(explained))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldGiveTheSameHashForEveryStrategyWhenRunAgain(StrategyDefinition strategy) {
        int run = json("run BTCUSD --checks none --json --strategy " + strategy.name() + timeframe(strategy))
                .get("run")
                .asInt();

        Outcome again = program.line("rerun " + run);

        assertThat(again.exitCode()).as(again.out()).isZero();
        assertThat(again.out()).startsWith("same result hash: ");
    }

    private static BacktestSpec spec(StrategyDefinition strategy) {
        return BacktestSpec.of(
                strategy,
                strategy.name().equals("multi-timeframe-trend")
                        ? Map.of("timeframe", "5m", "long-timeframe", "1h", "filter", "5")
                        : timeframe(strategy).isEmpty() ? Map.of() : Map.of("timeframe", "5m"));
    }

    private static String timeframe(StrategyDefinition strategy) {
        boolean has = strategy.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("timeframe"));
        return has ? " --param timeframe=5m" : "";
    }

    private static JsonNode json(String line) {
        Outcome outcome = program.line(line);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JsonMapper.shared().readTree(outcome.out());
    }
}
