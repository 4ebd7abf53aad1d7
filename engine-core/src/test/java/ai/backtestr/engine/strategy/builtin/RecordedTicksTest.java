package ai.backtestr.engine.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.ConcurrentBacktests;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.testing.SharedTicks;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every built-in strategy on recorded ticks: it trades, gives the same hash however it is run, and its past does
/// not depend on the future.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedTicksTest {
    private static final long MINUTE_NS = 60_000_000_000L;

    private List<RecordedTicks> recorded = List.of();

    @BeforeAll
    void read() {
        recorded = List.of(SharedTicks.eurusd("20140501", "20140502", "20140504", "20140505"), SharedTicks.btcusd());
    }

    static List<StrategyDefinition> strategies() {
        return BuiltInStrategies.all().stream()
                .filter(strategy -> strategy.instruments() == 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldTradeAndGiveTheSameHashHoweverItIsRun(StrategyDefinition strategy) {
        for (RecordedTicks ticks : recorded) {
            BacktestResult once = run(strategy, ticks, TickPage.DEFAULT_CAPACITY);
            assertThat(once.trades())
                    .as("%s on %s", strategy.name(), ticks.instrument().symbol())
                    .isNotEmpty();
            for (int batchTicks : new int[] {1, 977, TickPage.DEFAULT_CAPACITY}) {
                assertThat(run(strategy, ticks, batchTicks).resultHash()).isEqualTo(once.resultHash());
            }
        }
    }

    /// All of them at once, each twice, over the same decoded pages.
    @Test
    void shouldGiveTheSameHashWhenAllRunAtTheSameTime() {
        for (RecordedTicks ticks : recorded) {
            List<BacktestSpec> specs = new ArrayList<>();
            strategies().forEach(strategy -> specs.addAll(Collections.nCopies(2, spec(strategy))));
            try (DecodedTicks decoded =
                    DecodedTicks.of(ticks.first(ticks.ticks().size()))) {
                List<String> together = new ConcurrentBacktests(decoded, specs, 4)
                        .run().stream()
                                .map(result -> result.orElseThrow().resultHash())
                                .toList();
                for (int i = 0; i < specs.size(); i++) {
                    assertThat(together.get(i))
                            .as("%s", specs.get(i).strategy().name())
                            .isEqualTo(
                                    run(specs.get(i).strategy(), ticks, 10_000).resultHash());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldHaveTheSamePastWhenTheFutureIsCutOff(StrategyDefinition strategy) {
        for (RecordedTicks ticks : ticksAndMinutes()) {
            BacktestResult whole = run(strategy, ticks, 10_000);
            int count = ticks.ticks().size();
            for (int length : new int[] {count / 3, count / 2 + 1, count - 1}) {
                RecordedTicks cut = ticks.first(length);
                long endNs = cut.ticks().getLast().timeNs();
                assertThat(past(run(strategy, cut, 10_000), endNs))
                        .as("%s on %d ticks", strategy.name(), length)
                        .isEqualTo(past(whole, endNs));
            }
        }
    }

    /// What became of all orders placed before `endNs`, up to then.
    private static List<String> past(BacktestResult result, long endNs) {
        List<String> past = new ArrayList<>();
        for (OrderLife life : result.orders()) {
            if (life.order().placedNs() < endNs) {
                past.add(life.order().toString());
                life.events().stream()
                        .filter(event -> event.timeNs() < endNs)
                        .forEach(event -> past.add(event.toString()));
            }
        }
        result.fills().stream().filter(fill -> fill.timeNs() < endNs).forEach(fill -> past.add(fill.toString()));
        return past;
    }

    private static BacktestResult run(StrategyDefinition strategy, RecordedTicks ticks, int batchTicks) {
        return new Backtest(spec(strategy), ticks.first(ticks.ticks().size()), batchTicks)
                .run()
                .orElseThrow();
    }

    private static BacktestSpec spec(StrategyDefinition strategy) {
        return BacktestSpec.of(strategy, quick(strategy));
    }

    /// Parameters that have something happen within a few days.
    private static Map<String, String> quick(StrategyDefinition strategy) {
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : strategy.parameters()) {
            if (parameter.name().equals("timeframe")) {
                values.put("timeframe", "5m");
            }
        }
        switch (strategy.name()) {
            case "multi-timeframe-trend" -> values.putAll(Map.of("long-timeframe", "1h", "filter", "5"));
            case "spread-grid" -> values.put("step", "0.02");
            default -> {}
        }
        return values;
    }

    private List<RecordedTicks> ticksAndMinutes() {
        List<RecordedTicks> all = new ArrayList<>(recorded);
        recorded.forEach(ticks -> all.add(lastOfEachMinute(ticks)));
        return all;
    }

    private static RecordedTicks lastOfEachMinute(RecordedTicks all) {
        List<Tick> ticks = new ArrayList<>();
        Tick last = all.ticks().getFirst();
        for (Tick tick : all.ticks()) {
            if (tick.timeNs() / MINUTE_NS != last.timeNs() / MINUTE_NS) {
                ticks.add(last);
            }
            last = tick;
        }
        return new RecordedTicks(all.instrument(), ticks);
    }
}
