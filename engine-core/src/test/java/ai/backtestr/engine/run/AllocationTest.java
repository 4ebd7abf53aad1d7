package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.time.Times;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final int TICKS = 400_000;

    /// What a run allocates besides, it allocates for any number of ticks: here the bars of its eight hours.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAllocateNothingForATickWithAPositionHeldAndOrdersWaiting(boolean listens) {
        long few = bytesAllocated(TICKS, listens);
        long many = bytesAllocated(2 * TICKS, listens);
        assertThat(many - few).isLessThan(TICKS / 8);
    }

    /// Runs over that many ticks of the same eight hours, a second time, and tells what the engine thread
    /// allocated.
    private static long bytesAllocated(int count, boolean listens) {
        long stepNs = 8 * 3600 * Times.SECOND_NS / count;
        List<RecordedTicks.Tick> ticks = IntStream.range(0, count)
                .mapToObj(i -> RecordedTicks.quote(i * stepNs, 10_000 + i % 7 - i % 11, 10_002 + i % 7 - i % 11))
                .toList();
        StrategyDefinition definition =
                new StrategyDefinition("holding", "Holding", "Holds.", List.of(), values -> new Holding(listens));
        BacktestSpec spec = BacktestSpec.of(definition, Map.of())
                .withChartTimeframes(Stream.of("1s", "1d", "1000t", "ha:1000t", "20r", "renko:20")
                        .map(Timeframe::parse)
                        .toList());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (DecodedTicks decoded = DecodedTicks.of(new RecordedTicks(INSTRUMENT, ticks))) {
            new Backtest(spec, decoded.reader()).run();
            Backtest backtest = new Backtest(spec, decoded.reader());
            long before = threads.getCurrentThreadAllocatedBytes();
            backtest.run();
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static final class Holding implements Strategy {
        private final boolean listens;
        private long sum;

        Holding(boolean listens) {
            this.listens = listens;
        }

        @Override
        public void prepare(StrategySetup setup) {
            if (listens) {
                setup.listenToTicks();
            }
        }

        @Override
        public void onStart(StrategyContext context) {
            context.buy(10);
            context.submit(OrderRequest.limit(Side.SELL, 10, 20_000));
        }

        @Override
        public void onTick(StrategyContext context) {
            sum += context.equity() + context.bid();
            if (sum < 0) {
                context.closeAll();
            }
        }
    }
}
