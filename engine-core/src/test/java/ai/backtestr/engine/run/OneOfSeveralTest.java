package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.QueueModel;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.thread.RunThreads;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// A run on one instrument comes to the same whether it is made as one on several or by itself.
class OneOfSeveralTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(12)
    void shouldComeToTheSameByEitherPath() {
        List<Tick> quotes = new RandomOrders(random).quotes(20_000);
        List<Tick> ticks = random.nextBoolean() ? quotes : new RandomOrders(random).withTrades(quotes);
        BacktestSpec spec = spec();
        String as = "seed " + seed + ", " + spec.execution() + ", " + spec.account() + ", " + spec.commission();

        BacktestResult alone =
                new Backtest(spec, new RecordedTicks(INSTRUMENT, ticks)).run().orElseThrow();
        PortfolioSpec several = new PortfolioSpec(spec, "USD", ConversionRule.TAKER, List.of(), List.of());
        int batch = 1 + random.nextInt(10_000);
        BacktestResult result = new PortfolioBacktest(
                        several,
                        List.of(new RecordedTicks(INSTRUMENT, ticks)),
                        List.of(),
                        batch,
                        RunThreads.DEFAULT,
                        null)
                .run()
                .orElseThrow();

        assertThat(result.fills()).as(as).isEqualTo(alone.fills()).isNotEmpty();
        assertThat(result.trades()).as(as).isEqualTo(alone.trades());
        assertThat(result.orders()).as(as).isEqualTo(alone.orders());
        assertThat(result.rejections()).as(as).isEqualTo(alone.rejections());
        assertThat(result.marginEvents()).as(as).isEqualTo(alone.marginEvents());
        assertThat(result.position()).as(as).isEqualTo(alone.position());
        assertThat(result.ticks()).as(as).isEqualTo(alone.ticks());
        assertThat(result.gaps()).as(as).isEqualTo(alone.gaps());
        assertThat(points(result.equity())).as(as).isEqualTo(points(alone.equity()));
        assertThat(result.equity().dayEnds()).as(as).isEqualTo(alone.equity().dayEnds());
        assertThat(figures(result)).as(as).isEqualTo(figures(alone));
        assertThat(bars(result)).as(as).isEqualTo(bars(alone));
    }

    private static List<String> points(EquityCurve curve) {
        return IntStream.range(0, curve.count())
                .mapToObj(i -> curve.timeNs(i) + " " + curve.equity(i))
                .toList();
    }

    private static List<String> figures(BacktestResult result) {
        List<Statistic> all = new ArrayList<>(result.statistics().all());
        all.addAll(result.statistics().bySide(Side.BUY));
        all.addAll(result.statistics().bySide(Side.SELL));
        return all.stream().map(one -> one.id() + " " + one.value()).toList();
    }

    private static List<Object> bars(BacktestResult result) {
        List<Object> bars = new ArrayList<>();
        for (BarSeries series : result.bars()) {
            bars.add(series.timeframe());
            IntStream.range(0, series.count()).mapToObj(series::bar).forEach(bars::add);
        }
        return bars;
    }

    private BacktestSpec spec() {
        long strategySeed = random.nextLong();
        AccountMode mode = random.nextBoolean() ? AccountMode.NETTING : AccountMode.HEDGING;
        boolean queue = random.nextInt(4) == 0;
        ExecutionModel model = ExecutionModel.DEFAULT
                .withLatency(LatencyModel.fixed(random.nextBoolean() ? 0 : random.nextLong(3_000_000_000L)))
                .withLimitFill(
                        queue
                                ? new ExecutionModel.LimitFill.InQueue(QueueModel.CONSERVATIVE)
                                : random.nextBoolean()
                                        ? ExecutionModel.LimitFill.THROUGH
                                        : ExecutionModel.LimitFill.TOUCH)
                .withLiquidity(
                        random.nextBoolean()
                                ? ExecutionModel.Liquidity.QUOTED_SIZE
                                : ExecutionModel.Liquidity.UNLIMITED)
                .withSlippage(random.nextBoolean() ? new SlippageModel.None() : new SlippageModel.Random(3))
                .withSpread(
                        queue || random.nextBoolean()
                                ? new SpreadModel.FromData()
                                : new SpreadModel.Times(new BigDecimal("1.5")))
                .withSeed(random.nextLong());
        AccountTerms terms = AccountTerms.DEFAULT
                .withMode(mode)
                .withSwap(new SwapModel.PerUnit(new BigDecimal("-0.5"), new BigDecimal("0.2"), DayOfWeek.WEDNESDAY));
        CommissionModel commission = switch (random.nextInt(3)) {
            case 0 -> new CommissionModel.None();
            case 1 -> CommissionModel.parse("0.02%/0.05%, at least 1");
            default -> CommissionModel.parse("0.3 per unit");
        };
        List<Timeframe> listened = List.of(Timeframe.parse("10s"), Timeframe.parse("1m"), Timeframe.parse("50t"));
        StrategyDefinition definition = new StrategyDefinition(
                "restless",
                "Restless",
                "Orders at random.",
                List.of(),
                values -> new Restless(new Random(strategySeed), listened));
        return BacktestSpec.of(definition, Map.of())
                .withCash(Money.parse("20000"), BigDecimal.valueOf(1 + random.nextInt(30)))
                .withExecution(model)
                .withCommission(commission)
                .withAccount(terms)
                .withChartTimeframes(List.of(Timeframe.parse("5m")));
    }

    /// Orders at random on ticks, bars, timers and fills.
    static final class Restless implements Strategy {
        private final Random random;
        private final List<Timeframe> timeframes;

        Restless(Random random, List<Timeframe> timeframes) {
            this.random = random;
            this.timeframes = timeframes;
        }

        @Override
        public void prepare(StrategySetup setup) {
            timeframes.forEach(setup::bars);
            setup.averageTrueRange(RandomOrders.RANGE.timeframe(), RandomOrders.RANGE.period());
            setup.listenToTicks();
        }

        @Override
        public void onStart(StrategyContext context) {
            context.wakeAt(context.timeNs() + 60_000_000_000L);
        }

        @Override
        public void onTimer(long dueNs, StrategyContext context) {
            context.wakeAt(context.timeNs() + 600_000_000_000L);
            if (random.nextInt(3) == 0) {
                context.closeAll();
            }
        }

        @Override
        public void onTick(StrategyContext context) {
            act(context, 100);
        }

        @Override
        public void onBar(BarSeries bars, StrategyContext context) {
            act(context, 4);
        }

        @Override
        public void onFill(Fill fill, StrategyContext context) {
            act(context, 10);
        }

        @Override
        public void onOrder(Order order, OrderEvent event, StrategyContext context) {
            if (event.kind() == OrderEvent.Kind.ACCEPTED && random.nextInt(10) == 0) {
                context.cancel(order.id());
            }
        }

        private void act(StrategyContext context, int oneIn) {
            if (random.nextInt(oneIn) != 0) {
                return;
            }
            if (context.openOrders().size() > 20) {
                context.cancelAll();
                return;
            }
            OrderRequest request = new RandomOrders(random).order(context.bid(), context.timeNs());
            switch (random.nextInt(4)) {
                case 0 -> context.bracket(request, 0, context.bid() + 30);
                case 1 ->
                    context.submitOneCancelsOther(
                            List.of(request, new RandomOrders(random).order(context.ask(), context.timeNs())));
                default -> context.submit(request);
            }
        }
    }
}
