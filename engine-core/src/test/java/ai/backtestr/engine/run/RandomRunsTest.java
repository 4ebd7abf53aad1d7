package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.testing.SlowBars;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/// Long random runs, bars, fills, equity and drawdown, against slow and obvious references.
class RandomRunsTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);
    private static final long CASH = Money.parse("100000000");
    private static final long MONEY_PER_UNIT = 100_000; // a hundredth times a tenth, in units of 10^-8
    private static final int TICKS = 250_000;
    private static final List<Timeframe> TIMEFRAMES = Stream.of(
                    "1s", "7200ms", "1m", "1h", "1d", "1w", "ha:1m", "37t", "1000t", "9r", "200r", "renko:25", "ha:37t")
            .map(Timeframe::parse)
            .toList();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(4)
    void shouldEqualTheSlowRunWhenTheStrategyHearsOfEveryTick() {
        check(true);
    }

    @RepeatedTest(4)
    void shouldEqualTheSlowRunWhenTheStrategyHearsOfTimesAlone() {
        check(false);
    }

    private void check(boolean listens) {
        List<Tick> ticks = ticks();
        List<SlowMatcher.Planned> plan = plan(ticks);
        long latencyNs = random.nextBoolean() ? 0 : random.nextLong(3 * Times.SECOND_NS);
        boolean through = random.nextBoolean();
        boolean quotedSize = random.nextBoolean();
        ExecutionModel model = ExecutionModel.DEFAULT
                .withLatency(LatencyModel.fixed(latencyNs))
                .withLimitFill(through ? ExecutionModel.LimitFill.THROUGH : ExecutionModel.LimitFill.TOUCH)
                .withLiquidity(quotedSize ? ExecutionModel.Liquidity.QUOTED_SIZE : ExecutionModel.Liquidity.UNLIMITED);
        List<Timeframe> timeframes =
                TIMEFRAMES.stream().filter(one -> random.nextInt(3) == 0).toList();
        BacktestSpec spec = spec(ticks, plan, listens).withExecution(model).withChartTimeframes(timeframes);
        int batchTicks = random.nextBoolean() ? 100_000 : 1 + random.nextInt(5000);
        BacktestResult result = new Backtest(spec, new RecordedTicks(INSTRUMENT, ticks), batchTicks)
                .run()
                .orElseThrow();

        String as = "seed " + seed + ", latency " + latencyNs + ", " + model + ", batches of " + batchTicks;
        SlowMatcher matcher = new SlowMatcher(ticks, latencyNs, through, quotedSize, 0);
        List<String> fills = matcher.fills(plan);
        assertThat(result.fills().stream()
                        .map(fill -> fill.timeNs() + " #" + fill.orderId() + " " + fill.side() + " " + fill.quantity()
                                + "x" + fill.price() + (fill.maker() ? " maker" : ""))
                        .toList())
                .as(as)
                .hasSizeGreaterThan(100)
                .isEqualTo(fills);
        SlowBooks books = new SlowBooks(INSTRUMENT.calendar(), CASH, MONEY_PER_UNIT);
        books.run(ticks, matcher.executions());
        requireBooks(result.equity(), books, as);
        List<SlowBars.Price> bids = ticks.stream()
                .map(tick -> new SlowBars.Price(tick.timeNs(), tick.bid(), 0))
                .toList();
        for (BarSeries bars : result.bars()) {
            assertThat(IntStream.range(0, bars.count()).mapToObj(bars::bar).toList())
                    .as("%s, bars of %s", as, bars.timeframe())
                    .isEqualTo(new SlowBars(INSTRUMENT.calendar(), 1, 10).all(bars.timeframe(), bids));
        }
    }

    /// What is told while a run goes on, against runs on no more ticks than were taken in.
    @RepeatedTest(2)
    void shouldTellOnItsWayWhatARunThatEndsThereComesTo() {
        List<Tick> ticks = ticks().subList(0, 100_000);
        List<SlowMatcher.Planned> plan = plan(ticks);
        BacktestSpec spec = spec(ticks, plan, random.nextBoolean());
        String as = "seed " + seed;
        String hash = new Backtest(spec, new RecordedTicks(INSTRUMENT, ticks))
                .run()
                .orElseThrow()
                .resultHash();
        Backtest watched = new Backtest(spec, new RecordedTicks(INSTRUMENT, ticks), 3000 + random.nextInt(9000));
        PartsOfRun parts = new PartsOfRun(taker -> watched.wishForPart(System.nanoTime(), taker));

        assertThat(watched.run().orElseThrow().resultHash()).as(as).isEqualTo(hash);

        assertThat(parts.all()).as(as).hasSizeGreaterThan(5);
        for (BacktestResult part : parts.all()) {
            List<Tick> soFar = ticks.subList(0, Math.toIntExact(part.ticks() + part.rejectedTicks()));
            BacktestResult ended = new Backtest(spec, new RecordedTicks(INSTRUMENT, soFar))
                    .run()
                    .orElseThrow();
            PartsOfRun.requireSame(part, ended, as + ", after " + soFar.size());
        }
    }

    private static void requireBooks(EquityCurve curve, SlowBooks books, String as) {
        assertThat(curve.last()).as(as).isEqualTo(books.equity);
        assertThat(curve.maxDrawdown()).as(as).isEqualTo(books.maxDrawdown).isPositive();
        assertThat(curve.maxRelativeDrawdown()).as(as).isEqualTo(books.maxRelativeDrawdown());
        assertThat(curve.dayEnds()).as(as).isEqualTo(books.dayEnds).hasSizeGreaterThan(1);
        assertThat(IntStream.range(0, curve.count())
                        .mapToObj(i -> new SlowBooks.Point(curve.timeNs(i), curve.equity(i)))
                        .toList())
                .as(as)
                .isEqualTo(books.points);
    }

    /// Quotes that walk, jump, cross, stand still, share their time, and rest for up to a day.
    private List<Tick> ticks() {
        List<Tick> walk = new RandomOrders(random).quotes(TICKS);
        List<Tick> ticks = new ArrayList<>();
        long rested = 0;
        for (Tick tick : walk) {
            rested += random.nextInt(20_000) == 0 ? random.nextLong(24 * 3600 * Times.SECOND_NS) : 0;
            ticks.add(RecordedTicks.quote(
                    tick.timeNs() + rested, tick.bid() + 20_000, tick.ask() + 20_000, tick.bidSize(), tick.askSize()));
        }
        return ticks;
    }

    /// Orders at the first tick of a time, each cancelled within a while.
    private List<SlowMatcher.Planned> plan(List<Tick> ticks) {
        RandomOrders orders = new RandomOrders(random);
        List<SlowMatcher.Planned> plan = new ArrayList<>();
        for (int i = 1; i < ticks.size() - 1; i++) {
            if (random.nextInt(200) == 0 && isFirstOfItsTime(ticks, i)) {
                int cancelled = i + random.nextInt(2000);
                while (cancelled < ticks.size() && !isFirstOfItsTime(ticks, cancelled)) {
                    cancelled++;
                }
                plan.add(new SlowMatcher.Planned(
                        i,
                        orders.plain(ticks.get(i).bid(), ticks.get(i).timeNs()),
                        cancelled < ticks.size() ? cancelled : -1));
            }
        }
        return plan;
    }

    private static boolean isFirstOfItsTime(List<Tick> ticks, int index) {
        return ticks.get(index).timeNs() > ticks.get(index - 1).timeNs();
    }

    private static BacktestSpec spec(List<Tick> ticks, List<SlowMatcher.Planned> plan, boolean listens) {
        StrategyDefinition definition = new StrategyDefinition(
                "planned", "Planned", "Planned.", List.of(), values -> new Planner(ticks, plan, listens));
        return BacktestSpec.of(definition, Map.of()).withCash(CASH, BigDecimal.valueOf(1000));
    }

    /// Does what the plan says, told of the moment by the ticks or by timers.
    private static final class Planner implements Strategy {
        private final Map<Long, List<Runnable>> byTime = new HashMap<>();
        private final boolean listens;
        private StrategyContext context;
        private long last = Long.MIN_VALUE;

        @SuppressWarnings("NullAway.Init")
        Planner(List<Tick> ticks, List<SlowMatcher.Planned> plan, boolean listens) {
            this.listens = listens;
            for (SlowMatcher.Planned planned : plan) {
                at(ticks.get(planned.placed()), () -> context.submit(planned.request()));
            }
            for (int i = 0; i < plan.size(); i++) {
                long id = i + 1L;
                if (plan.get(i).cancelled() >= 0) {
                    at(ticks.get(plan.get(i).cancelled()), () -> context.cancel(id));
                }
            }
        }

        private void at(Tick tick, Runnable action) {
            byTime.computeIfAbsent(tick.timeNs(), timeNs -> new ArrayList<>()).add(action);
        }

        @Override
        public void prepare(StrategySetup setup) {
            if (listens) {
                setup.listenToTicks();
            }
        }

        @Override
        public void onStart(StrategyContext running) {
            context = running;
            if (!listens) {
                byTime.keySet().forEach(running::wakeAt);
            }
        }

        @Override
        public void onTimer(long dueNs, StrategyContext running) {
            act(dueNs);
        }

        @Override
        public void onTick(StrategyContext running) {
            if (running.timeNs() > last) {
                last = running.timeNs();
                act(last);
            }
        }

        private void act(long timeNs) {
            byTime.getOrDefault(timeNs, List.of()).forEach(Runnable::run);
        }
    }
}
