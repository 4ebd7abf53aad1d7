package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What a strategy hears, when, and what it may do then.
class StrategyEventsTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final RecordedTicks TICKS = new RecordedTicks(
            INSTRUMENT,
            List.of(
                    RecordedTicks.quote(10, 100, 102),
                    RecordedTicks.quote(20, 101, 103),
                    RecordedTicks.quote(30, 102, 104),
                    RecordedTicks.quote(40, 103, 105)));

    private final List<String> heard = new ArrayList<>();

    @Test
    void shouldHearOfTheStartTheTimersAndTheEndInOrder() {
        run(new Listening() {
            @Override
            public void onStart(StrategyContext context) {
                heard.add("start " + context.timeNs() + " " + context.ask());
                context.wakeAt(25);
                context.wakeAt(15);
                context.wakeAt(25);
                context.wakeAt(400);
            }

            @Override
            public void onTimer(long dueNs, StrategyContext context) {
                heard.add("timer " + dueNs + " at " + context.timeNs());
            }

            @Override
            public void onStop(StrategyContext context) {
                heard.add("stop " + context.timeNs());
            }
        });
        assertThat(heard)
                .containsExactly(
                        "start 10 102",
                        "tick 10",
                        "timer 15 at 20",
                        "tick 20",
                        "timer 25 at 30",
                        "timer 25 at 30",
                        "tick 30",
                        "tick 40",
                        "stop 40");
    }

    @Test
    void shouldRefuseATimerInThePast() {
        assertThatThrownBy(() -> run(onStart(context -> context.wakeAt(10))))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("tick 1")
                .hasMessageContaining("not after the present");
    }

    @Test
    void shouldFillWhatWasOrderedAtTheStartOnTheSecondTick() {
        BacktestResult result = run(onStart(context -> context.buy(5)));
        assertThat(result.fills()).containsExactly(new Fill(20, 1, Side.BUY, 5, 103, 0));
    }

    @Test
    void shouldHearOfFillsBeforeTheirOrderEvents() {
        run(new Listening() {
            @Override
            public void onStart(StrategyContext context) {
                context.buy(5);
            }

            @Override
            public void onFill(Fill fill, StrategyContext context) {
                heard.add("fill " + fill.price() + " holding " + context.position());
            }

            @Override
            public void onOrder(Order order, OrderEvent event, StrategyContext context) {
                heard.add(event.kind() + " " + event.timeNs());
            }
        });
        assertThat(heard)
                .containsExactly(
                        "tick 10", "accepted 10", "fill 103 holding 5", "filled 20", "tick 20", "tick 30", "tick 40");
    }

    @Test
    void shouldMeetTheNextTickWithWhatItOrdersOnAFill() {
        BacktestResult result = run(new Listening() {
            @Override
            public void onStart(StrategyContext context) {
                context.buy(5);
            }

            @Override
            public void onFill(Fill fill, StrategyContext context) {
                if (fill.side() == Side.BUY) {
                    context.sell(5);
                }
            }
        });
        assertThat(result.fills()).extracting(Fill::timeNs).containsExactly(20L, 30L);
    }

    @Test
    void shouldSeeItsOrdersPositionsAndMargin() {
        run(new Listening() {
            @Override
            public void onStart(StrategyContext context) {
                context.buy(5);
                context.submit(OrderRequest.limit(Side.BUY, 3, 50));
                heard.add("open " + context.openOrders() + " " + context.openQuantity(2));
            }

            @Override
            public void onStop(StrategyContext context) {
                heard.add("open " + context.openOrders() + " " + context.openQuantity(1));
                heard.add(context.positions().toString());
                heard.add(Money.format(context.usedMargin()) + " " + Money.format(context.freeMargin()));
            }
        });
        assertThat(heard)
                .contains(
                        "open [1, 2] 3",
                        "open [2] 0",
                        "[OpenPosition[ticket=1, side=buy, quantity=5, entryNs=20, entryPrice=103]]",
                        "515.00 9485.00");
    }

    @Test
    void shouldRefuseOrdersThatDoNotSuitTheAccount() {
        assertThatThrownBy(() -> run(onStart(context ->
                        context.submit(OrderRequest.market(Side.SELL, 1).closing(1)))))
                .hasMessageContaining("positions are netted");
        AccountTerms apart = AccountTerms.DEFAULT.withMode(AccountMode.HEDGING);
        assertThatThrownBy(() -> result(spec(onStart(context ->
                                context.submit(OrderRequest.market(Side.SELL, 1).asReduceOnly())))
                        .withAccount(apart)))
                .hasMessageContaining("names its ticket");
        assertThatThrownBy(() -> run(onStart(context -> context.cancel(7)))).hasMessageContaining("no order 7");
    }

    @Test
    void shouldRecordTheLifeOfAnOrder() {
        BacktestResult result = run(onStart(context -> context.submit(OrderRequest.stop(Side.BUY, 5, 104))));
        assertThat(result.orders()).hasSize(1);
        assertThat(result.orders().getFirst().status()).isEqualTo(OrderEvent.Kind.FILLED);
        assertThat(result.orders().getFirst().filledQuantity()).isEqualTo(5);
        assertThat(result.orders().getFirst().events())
                .containsExactly(
                        new OrderEvent(10, OrderEvent.Kind.PLACED, 5, 0, ""),
                        new OrderEvent(10, OrderEvent.Kind.ACCEPTED, 0, 0, ""),
                        new OrderEvent(30, OrderEvent.Kind.TRIGGERED, 0, 104, ""),
                        new OrderEvent(30, OrderEvent.Kind.FILLED, 5, 104, ""));
    }

    @Test
    void shouldGiveAnotherHashForEveryModelAndSeed() {
        BacktestSpec plain = spec(onStart(context -> {}));
        ExecutionModel model = ExecutionModel.DEFAULT;
        List<BacktestSpec> others = List.of(
                plain.withExecution(model.withSeed(2)),
                plain.withExecution(model.withLimitFill(ExecutionModel.LimitFill.THROUGH)),
                plain.withExecution(model.withLiquidity(ExecutionModel.Liquidity.QUOTED_SIZE)),
                plain.withExecution(model.withSlippage(new SlippageModel.Fixed(1))),
                plain.withExecution(model.withLatency(LatencyModel.fixed(1))),
                plain.withExecution(model.withLongestSilence(5)),
                plain.withAccount(AccountTerms.DEFAULT.withMode(AccountMode.HEDGING)));
        Set<String> hashes = new HashSet<>(List.of(result(plain).resultHash()));
        others.forEach(other -> hashes.add(result(other).resultHash()));
        assertThat(hashes).hasSize(1 + others.size());
        assertThat(result(plain).resultHash()).isIn(hashes);
    }

    private static Strategy onStart(Consumer<StrategyContext> action) {
        return new Strategy() {
            @Override
            public void prepare(StrategySetup setup) {}

            @Override
            public void onStart(StrategyContext context) {
                action.accept(context);
            }
        };
    }

    private static BacktestResult run(Strategy strategy) {
        return result(spec(strategy));
    }

    private static BacktestSpec spec(Strategy strategy) {
        StrategyDefinition definition =
                new StrategyDefinition("test", "Test", "For a test.", List.of(), values -> strategy);
        return BacktestSpec.of(definition, Map.of());
    }

    private static BacktestResult result(BacktestSpec spec) {
        return new Backtest(spec, TICKS.first(4), 2).run().orElseThrow();
    }

    /// Writes down each tick.
    private abstract class Listening implements Strategy {
        @Override
        public void prepare(StrategySetup setup) {
            setup.listenToTicks();
        }

        @Override
        public void onTick(StrategyContext context) {
            heard.add("tick " + context.timeNs());
        }
    }
}
