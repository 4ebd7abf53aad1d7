package ai.backtestr.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ExcursionsTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 0, "USD", TradingCalendar.FOREX);

    /// Bought 2 at 102, marked at the bids 100, 90, 130, sold at 110: 12 against, 28 in favour, 20 given back of each.
    @Test
    void shouldGiveWhatWasWorkedOutByHand() {
        List<Tick> ticks = new ArrayList<>();
        for (long bid : new long[] {100, 100, 90, 130, 112, 110}) {
            ticks.add(RecordedTicks.quote(ticks.size() * Times.SECOND_NS, bid, bid + 2));
        }
        BacktestResult result = run(ticks, 0, new Strategy() {
            @Override
            public void prepare(StrategySetup setup) {
                setup.listenToTicks();
            }

            @Override
            public void onTick(StrategyContext context) {
                if (context.timeNs() == 0) {
                    context.submit(OrderRequest.market(Side.BUY, 2));
                } else if (context.bid() == 112) {
                    context.closeAll();
                }
            }
        });
        Trade trade = result.trades().getFirst();
        assertThat(List.of(trade.lowestPrice(), trade.highestPrice())).containsExactly(90L, 130L);
        assertThat(trade.adverseExcursion()).isEqualTo(12);
        assertThat(trade.favourableExcursion()).isEqualTo(28);
        assertThat(result.statistics().get("averageAdverseExcursion").value()).isEqualByComparingTo("0.24");
        assertThat(result.statistics().get("largestFavourableExcursion").value())
                .isEqualByComparingTo("0.56");
        assertThat(result.statistics().get("averageGivenBack").value()).isEqualByComparingTo("0.40");
        assertThat(result.statistics().get("edgeRatio").value()).isEqualByComparingTo("2.333333333333333");
    }

    /// Against a look at every tick between entry and exit, for positions that grow, shrink and turn.
    @RepeatedTest(30)
    void shouldEqualALookAtEveryTick() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Tick> ticks = new ArrayList<>();
        long bid = 10_000;
        for (int i = 0; i < 3_000; i++) {
            bid += random.nextInt(11) - 5;
            ticks.add(RecordedTicks.quote(i * Times.SECOND_NS, bid, bid + random.nextInt(4)));
        }
        boolean listens = random.nextBoolean();
        BacktestResult result = run(ticks, seed, new Trader(seed, listens));
        assertThat(result.trades()).as("seed %d", seed).hasSizeGreaterThan(20);
        for (Trade trade : result.trades()) {
            long lowest = Math.min(trade.entryPrice(), trade.exitPrice());
            long highest = Math.max(trade.entryPrice(), trade.exitPrice());
            for (Tick tick : ticks) {
                if (tick.timeNs() >= trade.entryNs() && tick.timeNs() < trade.exitNs()) {
                    long mark = trade.side() == Side.BUY ? tick.bid() : tick.ask();
                    lowest = Math.min(lowest, mark);
                    highest = Math.max(highest, mark);
                }
            }
            assertThat(List.of(trade.lowestPrice(), trade.highestPrice()))
                    .as("seed %d, listens %s, %s", seed, listens, trade)
                    .containsExactly(lowest, highest);
        }
    }

    private static BacktestResult run(List<Tick> ticks, long seed, Strategy strategy) {
        BacktestSpec spec = BacktestSpec.of(
                        new StrategyDefinition("test", "Test", "For a test.", List.of(), values -> strategy), Map.of())
                .withCash(Money.parse("1000000"), BigDecimal.TEN);
        return new Backtest(spec, new RecordedTicks(INSTRUMENT, ticks), 1 + (int) Math.floorMod(seed, 900L))
                .run()
                .orElseThrow();
    }

    private static final class Trader implements Strategy {
        private final Random random;
        private final boolean listens;

        Trader(long seed, boolean listens) {
            random = new Random(seed);
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
            context.wakeAt(context.timeNs() + 1);
        }

        @Override
        public void onTimer(long dueNs, StrategyContext context) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            context.submit(
                    random.nextBoolean()
                            ? OrderRequest.market(side, 1 + random.nextInt(9))
                            : OrderRequest.limit(side, 1 + random.nextInt(9), context.bid() - 4L * side.sign()));
            context.wakeAt(context.timeNs() + 1 + random.nextLong(60 * Times.SECOND_NS));
        }

        @Override
        public void onFill(Fill fill, StrategyContext context) {
            if (random.nextInt(5) == 0) {
                context.closeAll();
            }
        }
    }
}
