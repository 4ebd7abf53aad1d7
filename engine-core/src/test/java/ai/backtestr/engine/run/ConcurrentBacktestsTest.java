package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The time-out only turns a hang into a failure.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrentBacktestsTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);

    private final long seed = System.nanoTime();
    private final DecodedTicks ticks =
            DecodedTicks.of(new RecordedTicks(INSTRUMENT, new RandomOrders(new Random(seed)).quotes(200_000)));
    private final List<BacktestSpec> specs = Stream.of("1s", "15s", "1m", "2m", "5m", "15m")
            .map(timeframe -> BacktestSpec.of(EmaCross.DEFINITION, Map.of("timeframe", timeframe, "fast", "3")))
            .toList();

    @AfterEach
    void close() {
        ticks.close();
    }

    @Test
    void shouldComeToTheResultsOfRunningAlone() {
        List<String> together = new ConcurrentBacktests(ticks, specs, 4)
                .run().stream().map(result -> result.orElseThrow().resultHash()).toList();
        List<String> alone = specs.stream()
                .map(spec ->
                        new Backtest(spec, ticks.reader()).run().orElseThrow().resultHash())
                .toList();
        assertThat(together).as("seed %d", seed).isEqualTo(alone).doesNotHaveDuplicates();
    }

    @Test
    void shouldRunTheOthersWhenOneIsCancelled() {
        ConcurrentBacktests backtests = new ConcurrentBacktests(ticks, specs, 2);
        backtests.cancel(1);
        List<Optional<BacktestResult>> results = backtests.run();
        assertThat(results.stream().map(Optional::isPresent)).containsExactly(true, false, true, true, true, true);
        assertThat(backtests.snapshot(0).ticks()).isEqualTo(200_000);
    }

    @Test
    void shouldHandOnWhatAStrategyThrowsAndCancelTheRest() {
        StrategyDefinition failing =
                new StrategyDefinition("failing", "Failing", "Fails.", List.of(), values -> new Failing());
        List<BacktestSpec> all = Stream.concat(Stream.of(BacktestSpec.of(failing, Map.of())), specs.stream())
                .toList();
        assertThatThrownBy(() -> new ConcurrentBacktests(ticks, all, 1).run())
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("failed on tick 100000");
    }

    private static final class Failing implements Strategy {
        private int heard;

        @Override
        public void prepare(StrategySetup setup) {
            setup.listenToTicks();
        }

        @Override
        public void onTick(StrategyContext context) {
            if (++heard == 100_000) {
                throw new IllegalStateException("enough");
            }
        }
    }
}
