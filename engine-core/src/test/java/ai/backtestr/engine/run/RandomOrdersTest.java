package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.explanation.FillExplainer;
import ai.backtestr.engine.explanation.FillExplanation;
import ai.backtestr.engine.explanation.TicksAround;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderChange;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.order.QueueModel;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;

/// Random orders on random ticks: against a reference, and against what must hold of any run.
class RandomOrdersTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(150)
    void shouldFillAsTheSlowMatcherDoes() {
        List<Tick> ticks = new RandomOrders(random).quotes(400, "2024-03-05T21:57:30"); // the day ends at 22:00
        List<SlowMatcher.Planned> plan = plan(ticks, false);
        long latencyNs = random.nextBoolean() ? 0 : random.nextLong(3 * Times.SECOND_NS);
        boolean through = random.nextBoolean();
        boolean quotedSize = random.nextBoolean();
        long slippage = random.nextInt(3);
        ExecutionModel model = ExecutionModel.DEFAULT
                .withLatency(LatencyModel.fixed(latencyNs))
                .withLimitFill(through ? ExecutionModel.LimitFill.THROUGH : ExecutionModel.LimitFill.TOUCH)
                .withLiquidity(quotedSize ? ExecutionModel.Liquidity.QUOTED_SIZE : ExecutionModel.Liquidity.UNLIMITED)
                .withSlippage(new SlippageModel.Fixed(slippage));
        BacktestSpec spec = spec(() -> new Planner(plan)).withExecution(model);
        List<String> fills = texts(run(spec, ticks, 37));
        List<String> expected = new SlowMatcher(ticks, latencyNs, through, quotedSize, slippage).fills(plan);
        assertThat(fills)
                .as("seed %d, latency %d, through %s, sizes %s", seed, latencyNs, through, quotedSize)
                .isEqualTo(expected)
                .isNotEmpty();
    }

    @RepeatedTest(150)
    void shouldFillFromTheQueueAsTheSlowMatcherDoes() {
        RandomOrders made = new RandomOrders(random);
        List<Tick> ticks = made.withTrades(made.quotes(400));
        List<SlowMatcher.Planned> plan = plan(ticks, true);
        String queue =
                pick(new String[] {"conservative", "log", "log2", "power:1", "power:2.5", "power2:2", "power3:3"});
        boolean quotedSize = random.nextBoolean();
        ExecutionModel model = ExecutionModel.DEFAULT
                .withLimitFill(new ExecutionModel.LimitFill.InQueue(QueueModel.parse(queue)))
                .withLiquidity(quotedSize ? ExecutionModel.Liquidity.QUOTED_SIZE : ExecutionModel.Liquidity.UNLIMITED);
        BacktestSpec spec = spec(() -> new Planner(plan)).withExecution(model);
        String as = "seed " + seed + ", queue " + queue + ", sizes " + quotedSize;
        BacktestResult result = run(spec, ticks, 37);
        for (int batch : new int[] {1, 1500}) {
            assertThat(run(spec, ticks, batch).resultHash()).as(as).isEqualTo(result.resultHash());
        }
        assertThat(texts(result))
                .as(as)
                .isEqualTo(new SlowMatcher(ticks, queue, quotedSize).fills(plan))
                .isNotEmpty();
    }

    private static List<String> texts(BacktestResult result) {
        return result.fills().stream()
                .map(fill -> fill.timeNs() + " #" + fill.orderId() + " " + fill.side() + " " + fill.quantity() + "x"
                        + fill.price() + (fill.maker() ? " maker" : ""))
                .toList();
    }

    private List<SlowMatcher.Planned> plan(List<Tick> ticks, boolean plain) {
        RandomOrders orders = new RandomOrders(random);
        List<SlowMatcher.Planned> plan = new ArrayList<>();
        for (int i = 0; i < ticks.size() - 1; i++) {
            if (random.nextInt(6) == 0) {
                long price = ticks.get(i).bid();
                long nowNs = ticks.get(i).timeNs();
                OrderRequest request = plain ? orders.plain(price, nowNs) : orders.order(price, nowNs);
                int cancelled = random.nextInt(4) == 0 ? Math.min(ticks.size() - 1, i + random.nextInt(40)) : -1;
                plan.add(new SlowMatcher.Planned(i, request, cancelled));
            }
        }
        return plan;
    }

    @RepeatedTest(150)
    void shouldKeepTheBooksWhateverHappens() {
        List<Tick> ticks = new RandomOrders(random).quotes(1500, "2024-03-05T21:52");
        long strategySeed = random.nextLong();
        boolean listens = random.nextBoolean();
        BacktestSpec spec = spec(() -> new Chaos(strategySeed, listens))
                .withExecution(randomModel())
                .withAccount(randomTerms())
                .withCommission(randomCommission())
                .withCash((30 + random.nextInt(400)) * Money.parse("1"), BigDecimal.valueOf(1 + random.nextInt(100)));
        BacktestResult result = run(spec, ticks, 1500);
        String as = "seed " + seed + ", " + spec.execution() + ", " + spec.account() + ", listens " + listens;
        for (int batch : new int[] {1, 7, 100}) {
            BacktestResult cut = run(spec, ticks, batch);
            assertThat(cut.resultHash()).as(as).isEqualTo(result.resultHash());
            assertThat(cut.statistics().all())
                    .as(as)
                    .isEqualTo(result.statistics().all());
        }
        requireSums(result, ticks, as);
        for (Fill fill : result.fills()) {
            requireFair(fill, result, ticks, as);
        }
        for (OrderLife life : result.orders()) {
            requireWhole(life, result, as);
        }
        for (int i = 0; i < Math.min(3, result.fills().size()); i++) {
            requireExplained(1 + random.nextInt(result.fills().size()), result, ticks, as);
        }
    }

    /// Ticks and models alone give the fill, and would not give another.
    private static void requireExplained(int number, BacktestResult result, List<Tick> ticks, String as) {
        Fill fill = result.fills().get(number - 1);
        TicksAround around = TicksAround.of(new RecordedTicks(INSTRUMENT, ticks), fill.timeNs(), 5);
        FillExplanation explanation = new FillExplainer(result).explain(number, around);
        assertThat(explanation.confirmed()).as("%s: %s", as, explanation).isTrue();
        assertThat(around.before()).hasSizeLessThanOrEqualTo(5);
        List<Fill> fills = new ArrayList<>(result.fills());
        fills.set(number - 1, improved(fill));
        assertThat(new FillExplainer(withFills(fills, result))
                        .explain(number, around)
                        .confirmed())
                .as("%s: a better price than that of %s", as, fill)
                .isFalse();
    }

    private static Fill improved(Fill fill) {
        return new Fill(
                fill.timeNs(),
                fill.orderId(),
                fill.side(),
                fill.quantity(),
                fill.price() - 1000L * fill.side().sign(),
                fill.fee(),
                fill.slippage(),
                fill.maker(),
                fill.ticket());
    }

    private static BacktestResult withFills(List<Fill> fills, BacktestResult result) {
        return new BacktestResult(
                result.spec(),
                result.instrument(),
                result.dataDigest(),
                result.ticks(),
                result.rejectedTicks(),
                result.firstRejectedTick(),
                result.firstNs(),
                result.lastNs(),
                result.elapsedNs(),
                fills,
                result.trades(),
                result.orders(),
                result.rejections(),
                result.marginEvents(),
                result.position(),
                result.equity(),
                result.statistics(),
                result.bars(),
                result.resultHash(),
                result.gaps(),
                result.barData(),
                result.portfolio());
    }

    /// Cash is what the fills and the swap made of it, equity is cash and what is held at its mark, and the parts
    /// of the profit add up.
    private static void requireSums(BacktestResult result, List<Tick> ticks, String as) {
        long cash = result.spec().startingCash() + money(result, "swap");
        long fees = 0;
        long slippage = 0;
        for (Fill fill : result.fills()) {
            cash -= fill.side().sign() * Money.product(fill.price(), fill.quantity(), 3) + fill.fee();
            fees += fill.fee();
            slippage += fill.slippage();
        }
        Tick last = spread(result, ticks.getLast());
        long equity = cash
                + Money.product(Math.min(last.bid(), last.ask()), held(result, Side.BUY), 3)
                - Money.product(Math.max(last.bid(), last.ask()), held(result, Side.SELL), 3);
        assertThat(result.equity().last()).as(as).isEqualTo(equity);
        assertThat(money(result, "fees")).as(as).isEqualTo(fees);
        assertThat(money(result, "slippage")).as(as).isEqualTo(slippage);
        assertThat(result.position()).as(as).isEqualTo(held(result, Side.BUY) - held(result, Side.SELL));
        for (Trade trade : result.trades()) {
            long gross = trade.side().sign()
                    * (Money.product(trade.exitPrice(), trade.quantity(), 3)
                            - Money.product(trade.entryPrice(), trade.quantity(), 3));
            assertThat(trade.profit()).as(as).isEqualTo(gross - trade.fees() + trade.swap());
        }
        if (held(result, Side.BUY) == 0 && held(result, Side.SELL) == 0) {
            long profits = result.trades().stream().mapToLong(Trade::profit).sum();
            assertThat(result.spec().startingCash() + profits).as(as).isEqualTo(cash);
        }
    }

    private static long held(BacktestResult result, Side side) {
        long held = 0;
        boolean hedging = result.spec().account().mode() == AccountMode.HEDGING;
        for (Fill fill : result.fills()) {
            if (!hedging) {
                held += fill.side().sign() * fill.quantity();
            } else if (fill.ticket() == 0) {
                held += fill.side() == side ? fill.quantity() : 0;
            } else {
                held -= fill.side() == side ? 0 : fill.quantity();
            }
        }
        return hedging ? held : Math.max(0, side.sign() * held);
    }

    /// Nothing is filled before it can have arrived, nor at a better price than a tick of that time has.
    private static void requireFair(Fill fill, BacktestResult result, List<Tick> ticks, String as) {
        OrderLife life = result.orders().get((int) fill.orderId() - 1);
        assertThat(fill.timeNs())
                .as(as)
                .isGreaterThanOrEqualTo(accepted(life).timeNs())
                .isGreaterThanOrEqualTo(life.order().placedNs());
        boolean atClose = life.order().request().type() == OrderType.MARKET_ON_CLOSE;
        long tickNs = atClose ? lastBefore(fill.timeNs(), ticks) : fill.timeNs();
        boolean isThere = ticks.stream()
                .filter(tick -> tick.timeNs() == tickNs)
                .map(tick -> spread(result, tick))
                .anyMatch(tick -> isAt(fill, tick));
        assertThat(isThere).as("%s: %s", as, fill).isTrue();
    }

    private static long lastBefore(long timeNs, List<Tick> ticks) {
        assertThat(TradingCalendar.FOREX.dayStart(timeNs)).isEqualTo(timeNs);
        return ticks.stream()
                .mapToLong(Tick::timeNs)
                .filter(tickNs -> tickNs < timeNs)
                .max()
                .orElseThrow();
    }

    private static boolean isAt(Fill fill, Tick tick) {
        boolean buys = fill.side() == Side.BUY;
        long quote = buys ? Math.max(tick.bid(), tick.ask()) : Math.min(tick.bid(), tick.ask());
        long worse = fill.side().sign() * (fill.price() - quote);
        return fill.maker() ? worse >= 0 : Money.product(worse, fill.quantity(), 3) == fill.slippage();
    }

    private static OrderEvent accepted(OrderLife life) {
        return life.events().stream()
                .filter(event -> event.kind() == OrderEvent.Kind.ACCEPTED)
                .findFirst()
                .orElseThrow();
    }

    /// A life begins once, ends once at most, goes forward in time, and holds all fills.
    private static void requireWhole(OrderLife life, BacktestResult result, String as) {
        List<OrderEvent> events = life.events();
        assertThat(events.getFirst().kind()).as(as).isEqualTo(OrderEvent.Kind.PLACED);
        assertThat(events.stream().filter(event -> event.kind().isEnd()).count())
                .as("%s: %s", as, life)
                .isLessThanOrEqualTo(1);
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).timeNs())
                    .as("%s: %s", as, life)
                    .isGreaterThanOrEqualTo(events.get(i - 1).timeNs());
        }
        long filled = result.fills().stream()
                .filter(fill -> fill.orderId() == life.order().id())
                .mapToLong(Fill::quantity)
                .sum();
        assertThat(life.filledQuantity()).as(as).isEqualTo(filled);
    }

    private static Tick spread(BacktestResult result, Tick tick) {
        SpreadModel model = result.spec().execution().spread();
        if (model instanceof SpreadModel.FromData) {
            return tick;
        }
        long units = model.units(tick.ask() - tick.bid());
        long bid = Math.floorDiv(tick.bid() + tick.ask() - units, 2);
        return RecordedTicks.quote(tick.timeNs(), bid, bid + units);
    }

    private static long money(BacktestResult result, String figure) {
        return Money.round(
                Objects.requireNonNull(result.statistics().get(figure).value()));
    }

    private ExecutionModel randomModel() {
        SlippageModel[] slippages = {
            new SlippageModel.None(),
            new SlippageModel.Fixed(2),
            new SlippageModel.Random(5),
            new SlippageModel.VolumeShare(new BigDecimal("0.05")),
            new SlippageModel.AtrShare(new BigDecimal("15"), RandomOrders.RANGE)
        };
        SpreadModel[] spreads = {
            new SpreadModel.FromData(), new SpreadModel.Fixed(3), new SpreadModel.Times(new BigDecimal("1.5"))
        };
        ExecutionModel.LimitFill[] rules = {
            ExecutionModel.LimitFill.TOUCH,
            ExecutionModel.LimitFill.THROUGH,
            new ExecutionModel.LimitFill.InQueue(QueueModel.parse("log"))
        };
        ExecutionModel.LimitFill rule = pick(rules);
        boolean queues = rule instanceof ExecutionModel.LimitFill.InQueue;
        return new ExecutionModel(
                rule,
                pick(ExecutionModel.Liquidity.values()),
                pick(slippages),
                new LatencyModel(0, random.nextInt(3) * Times.SECOND_NS),
                queues ? new SpreadModel.FromData() : pick(spreads),
                random.nextBoolean() ? Long.MAX_VALUE : Times.SECOND_NS,
                random.nextLong());
    }

    private AccountTerms randomTerms() {
        SwapModel[] swaps = {
            new SwapModel.None(),
            new SwapModel.PerUnit(new BigDecimal("-0.013"), new BigDecimal("0.007"), null),
            new SwapModel.YearlyPercent(new BigDecimal("-5"), new BigDecimal("1.1"), DayOfWeek.TUESDAY)
        };
        return AccountTerms.DEFAULT.withMode(pick(AccountMode.values())).withSwap(pick(swaps));
    }

    private CommissionModel randomCommission() {
        String[] texts = {"none", "0.013%", "-0.01%/0.05%", "0.07 per unit, at least 0.3", "1 per trade"};
        return CommissionModel.parse(pick(texts));
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static BacktestSpec spec(Supplier<Strategy> strategy) {
        StrategyDefinition definition =
                new StrategyDefinition("random", "Random", "Random.", List.of(), values -> strategy.get());
        return BacktestSpec.of(definition, Map.of()).withCash(Money.parse("100000000"), BigDecimal.valueOf(1000));
    }

    private static BacktestResult run(BacktestSpec spec, List<Tick> ticks, int batchTicks) {
        return new Backtest(spec, new RecordedTicks(INSTRUMENT, ticks), batchTicks)
                .run()
                .orElseThrow();
    }

    /// Does what the plan says.
    private static final class Planner implements Strategy {
        private final List<SlowMatcher.Planned> plan;
        private int tick;

        Planner(List<SlowMatcher.Planned> plan) {
            this.plan = plan;
        }

        @Override
        public void prepare(StrategySetup setup) {
            setup.averageTrueRange(RandomOrders.RANGE.timeframe(), RandomOrders.RANGE.period());
            setup.listenToTicks();
        }

        @Override
        public void onTick(StrategyContext context) {
            for (SlowMatcher.Planned planned : plan) {
                if (planned.placed() == tick) {
                    context.submit(planned.request());
                }
            }
            for (int i = 0; i < plan.size(); i++) {
                if (plan.get(i).cancelled() == tick) {
                    context.cancel(i + 1L);
                }
            }
            tick++;
        }
    }

    /// Does anything a strategy can do, at random, also on hearing of its orders.
    private static final class Chaos implements Strategy {
        private static final int MOST_OPEN = 40;

        private final Random random;
        private final RandomOrders orders;
        private final boolean listens;
        private boolean hedging;

        /// Acts on ticks, or, if it does not listen to them, on timers.
        Chaos(long seed, boolean listens) {
            this.listens = listens;
            random = new Random(seed);
            orders = new RandomOrders(random);
        }

        @Override
        public void prepare(StrategySetup setup) {
            setup.averageTrueRange(RandomOrders.RANGE.timeframe(), RandomOrders.RANGE.period());
            if (listens) {
                setup.listenToTicks();
            }
        }

        @Override
        public void onStart(StrategyContext context) {
            if (!listens) {
                context.wakeAt(context.timeNs() + 1);
            }
        }

        @Override
        public void onTimer(long dueNs, StrategyContext context) {
            act(context);
            context.wakeAt(context.timeNs() + 1 + random.nextLong(20 * Times.SECOND_NS));
        }

        @Override
        public void onTick(StrategyContext context) {
            if (random.nextInt(8) == 0) {
                act(context);
            }
        }

        @Override
        public void onOrder(Order order, OrderEvent event, StrategyContext context) {
            if (context.openOrders().size() < MOST_OPEN && random.nextInt(20) == 0) {
                act(context);
            }
        }

        private void act(StrategyContext context) {
            if (context.openOrders().size() > MOST_OPEN) {
                context.cancelAll(); // orders bring events, and events bring orders: without this they avalanche
                return;
            }
            OrderRequest request = orders.order(context.bid(), context.timeNs());
            long bid = context.bid();
            switch (random.nextInt(10)) {
                case 0 -> context.submitOneCancelsOther(List.of(request, orders.order(bid, context.timeNs())));
                case 1 ->
                    context.submitWithExits(
                            request, List.of(orders.order(bid, context.timeNs()), orders.order(bid, context.timeNs())));
                case 2, 3 -> {
                    long sign = request.side().sign();
                    context.bracket(request, bid - sign * (5 + random.nextInt(20)), bid + sign * random.nextInt(30));
                }
                case 4 -> context.cancelAll();
                case 5 -> context.closeAll();
                case 6 -> context.openOrders().forEach(id -> change(id, bid, context));
                case 7 -> reduce(request, context);
                default -> context.submit(request);
            }
        }

        private void change(long id, long bid, StrategyContext context) {
            try {
                context.modify(
                        id,
                        switch (random.nextInt(3)) {
                            case 0 -> OrderChange.quantity(1 + random.nextInt(20));
                            case 1 -> OrderChange.limit(bid + random.nextInt(21) - 10);
                            default -> OrderChange.trigger(bid + random.nextInt(21) - 10);
                        });
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("no such price");
            }
        }

        private void reduce(OrderRequest request, StrategyContext context) {
            try {
                context.submit(hedging ? request.closing(1 + random.nextInt(50)) : request.asReduceOnly());
            } catch (IllegalArgumentException e) {
                hedging = true;
            }
        }
    }
}
