package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.testing.RecordedBars;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs on bar data as a whole: what a strategy hears, roll-ups, what is refused, and that nothing of the future is
/// seen.
class BarBacktestTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final Instrument FOREX = new Instrument("EURUSD", 2, 0, "USD", TradingCalendar.FOREX);
    private static final long HOUR_NS = Timeframe.ONE_HOUR.lengthNs();

    private final List<String> heard = new ArrayList<>();

    private static BacktestSpec spec(Strategy strategy) {
        return BacktestSpec.of(
                new StrategyDefinition("test", "Test", "A test.", List.of(), values -> strategy), Map.of());
    }

    private static BacktestResult run(Strategy strategy, Instrument instrument, Timeframe timeframe, List<Bar> bars) {
        return new BarBacktest(spec(strategy), new RecordedBars(instrument, timeframe, bars), PathAssumption.NEAREST)
                .run()
                .orElseThrow();
    }

    private static List<Bar> hours(int count, long seed) {
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        long close = 10_000;
        for (int i = 0; i < count; i++) {
            long open = Math.max(100, close + random.nextInt(41) - 20);
            close = Math.max(100, open + random.nextInt(201) - 100);
            long high = Math.max(open, close) + random.nextInt(50);
            long low = Math.max(1, Math.min(open, close) - random.nextInt(50));
            bars.add(new Bar(i * HOUR_NS, open, high, low, close, random.nextInt(100), 1));
        }
        return bars;
    }

    @Test
    void shouldCallAStrategyAtTheCloseOfEachBarAndFillAtTheNextOpen() {
        run(
                new Listening(Timeframe.ONE_HOUR) {
                    @Override
                    public void onStart(StrategyContext context) {
                        heard.add("start " + hour(context) + " " + context.bid());
                        context.wakeAt(HOUR_NS + 1);
                    }

                    @Override
                    public void onBar(BarSeries bars, StrategyContext context) {
                        heard.add("bar " + bars.count() + " at " + hour(context) + " " + context.bid());
                        if (bars.count() == 1) {
                            context.buy(1);
                        }
                    }

                    @Override
                    public void onFill(Fill fill, StrategyContext context) {
                        heard.add("fill " + fill.price() + " at " + hour(context));
                    }

                    @Override
                    public void onTimer(long dueNs, StrategyContext context) {
                        heard.add("timer at " + hour(context));
                    }

                    @Override
                    public void onStop(StrategyContext context) {
                        heard.add("stop");
                    }
                },
                INSTRUMENT,
                Timeframe.ONE_HOUR,
                List.of(RecordedBars.bar(0, 10, 12, 9, 11), RecordedBars.bar(2 * HOUR_NS, 13, 14, 12, 13)));

        assertThat(heard)
                .containsExactly("start 0 10", "bar 1 at 1 11", "fill 13 at 2", "bar 2 at 3 13", "timer at 3", "stop");
    }

    private static long hour(StrategyContext context) {
        return context.timeNs() / HOUR_NS;
    }

    @Test
    void shouldFillWhatIsOrderedInsideABarAtTheNextOpen() {
        BacktestResult result = run(
                new Listening(Timeframe.ONE_HOUR) {
                    @Override
                    public void onBar(BarSeries bars, StrategyContext context) {
                        if (bars.count() == 1) {
                            context.buy(1);
                        }
                    }

                    @Override
                    public void onFill(Fill fill, StrategyContext context) {
                        if (context.position() > 0) {
                            context.closeAll();
                        }
                    }
                },
                INSTRUMENT,
                Timeframe.ONE_HOUR,
                List.of(
                        RecordedBars.bar(0, 10, 12, 9, 11),
                        RecordedBars.bar(HOUR_NS, 13, 14, 12, 13),
                        RecordedBars.bar(2 * HOUR_NS, 15, 16, 14, 15)));

        assertThat(result.fills()).extracting(Fill::price).containsExactly(13L, 15L);
    }

    /// Foreign exchange: 4-hour bars count from 17:00 New York, 22:00 UTC in winter; the one without its last hour
    /// closes before the next bar is looked at.
    @Test
    void shouldRollUpRecordedBarsByTheCalendar() {
        long start = Times.parse("2013-01-02T22:00");
        List<Bar> bars = new ArrayList<>();
        for (int hour : new int[] {0, 1, 2, 3, 4, 6, 8}) {
            bars.add(new Bar(start + hour * HOUR_NS, 100 + hour, 110 + hour, 90 - hour, 101 + hour, hour, 1));
        }
        Timeframe fourHours = Timeframe.FOUR_HOURS;
        BacktestResult result = run(
                new Listening(fourHours) {
                    @Override
                    public void onBar(BarSeries series, StrategyContext context) {
                        heard.add(series.timeframe() + " "
                                + series.bar(series.count() - 1).close() + " at " + Times.format(context.timeNs()));
                    }
                },
                FOREX,
                Timeframe.ONE_HOUR,
                bars);

        BarSeries rolled = result.bars().getLast();
        assertThat(rolled.timeframe()).isEqualTo(fourHours);
        assertThat(rolled.bar(0)).isEqualTo(new Bar(start, 100, 113, 87, 104, 6, 4));
        assertThat(rolled.bar(1)).isEqualTo(new Bar(start + 4 * HOUR_NS, 104, 116, 84, 107, 10, 2));
        assertThat(rolled.bar(2)).isEqualTo(new Bar(start + 8 * HOUR_NS, 108, 118, 82, 109, 8, 1));
        assertThat(heard).containsExactly("4h 104 at 2013-01-03T02:00:00Z", "4h 107 at 2013-01-03T05:00:00Z");
        assertThat(result.bars().getFirst().count()).isEqualTo(7);
    }

    @Test
    void shouldRefuseWhatBarsCannotTell() {
        RecordedBars days = new RecordedBars(INSTRUMENT, Timeframe.ONE_DAY, List.of());
        Strategy ticks = setup -> setup.listenToTicks();
        Strategy hours = setup -> setup.bars(Timeframe.ONE_HOUR);
        BacktestSpec late = spec(setup -> {}).withExecution(ExecutionModel.DEFAULT.withLatency(LatencyModel.fixed(1)));
        BacktestSpec sized = spec(setup -> {})
                .withExecution(ExecutionModel.DEFAULT.withLiquidity(ExecutionModel.Liquidity.QUOTED_SIZE));

        assertRefused(spec(ticks), days, "test decides on ticks, and there are only bars");
        assertRefused(spec(hours), days, "1h bars cannot be made of 1d bar data");
        assertRefused(late, days, "latency");
        assertRefused(sized, days, "sizes");
    }

    private static void assertRefused(BacktestSpec spec, RecordedBars bars, String reason) {
        assertThatThrownBy(() -> new BarBacktest(spec, bars, PathAssumption.NEAREST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    /// A cross of averages, written down again without the engine.
    @Test
    void shouldTradeEmaCrossAtTheOpensAfterTheCrosses() {
        List<Bar> bars = hours(500, 42);
        BacktestSpec spec = BacktestSpec.of(
                EmaCross.DEFINITION, Map.of("fast", "3", "slow", "8", "timeframe", "1h", "quantity", "10"));
        BacktestResult result = new BarBacktest(
                        spec, new RecordedBars(INSTRUMENT, Timeframe.ONE_HOUR, bars), PathAssumption.NEAREST)
                .run()
                .orElseThrow();

        List<Long> expected = new ArrayList<>();
        double fast = average(bars, 3);
        double slow = average(bars, 8);
        for (int i = 3; i < 8; i++) {
            fast += (bars.get(i).close() - fast) * 2 / 4;
        }
        int side = (int) Math.signum(fast - slow);
        for (int i = 8; i < bars.size() - 1; i++) {
            fast += (bars.get(i).close() - fast) * 2 / 4;
            slow += (bars.get(i).close() - slow) * 2 / 9;
            int now = (int) Math.signum(fast - slow);
            if (now != side) {
                expected.add(bars.get(i + 1).open());
            }
            side = now;
        }
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(result.fills()).extracting(Fill::price).isEqualTo(expected);
        assertThat(result.statistics().get("trades").value())
                .isEqualByComparingTo(BigDecimal.valueOf(expected.size() - 1L));
    }

    private static double average(List<Bar> bars, int count) {
        return bars.stream().limit(count).mapToLong(Bar::close).average().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(PathAssumption.class)
    void shouldSeeNothingOfTheFuture(PathAssumption path) {
        List<Bar> bars = hours(300, 7);
        List<Fill> whole = brackets(bars, path).fills();
        for (int cut : new int[] {50, 123, 250}) {
            List<Fill> past = brackets(bars.subList(0, cut), path).fills();
            assertThat(past).isNotEmpty().isEqualTo(whole.subList(0, past.size()));
        }
    }

    @Test
    void shouldHashTheAssumptionAndGiveTheSameHashAgain() {
        List<Bar> bars = hours(300, 7);
        List<String> hashes = new ArrayList<>();
        for (PathAssumption path : PathAssumption.values()) {
            BacktestResult result = brackets(bars, path);
            assertThat(brackets(bars, path).resultHash()).isEqualTo(result.resultHash());
            assertThat(Objects.requireNonNull(result.barData()).path()).isEqualTo(path);
            assertThat(Objects.requireNonNull(result.barData()).dependentFills())
                    .isPositive();
            hashes.add(result.resultHash());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    /// Cash plus the position at the last close is the equity, and no fill is outside of its bar.
    @ParameterizedTest
    @EnumSource(PathAssumption.class)
    void shouldKeepTheBooksAndThePricesOfTheBars(PathAssumption path) {
        long seed = System.nanoTime();
        System.out.println("BarBacktestTest seed " + seed);
        List<Bar> bars = hours(2_000, seed);
        BacktestResult result = brackets(bars, path);

        assertThat(result.fills()).hasSizeGreaterThan(20);
        long cash = 0;
        long position = 0;
        for (Fill fill : result.fills()) {
            Bar bar = bars.get((int) (fill.timeNs() / HOUR_NS));
            assertThat(fill.price()).as("seed %d: %s in %s", seed, fill, bar).isBetween(bar.low(), bar.high());
            cash -= fill.side().sign() * fill.price() * fill.quantity();
            position += fill.side().sign() * fill.quantity();
        }
        assertThat(result.position()).isEqualTo(position);
        long equity = (cash + position * bars.getLast().close()) * 1_000_000;
        assertThat(result.equity().last()).isEqualTo(BacktestSpec.DEFAULT_CASH + equity);
    }

    @Test
    void shouldTellOnItsWayWhatARunThatEndsThereComesTo() {
        List<Bar> bars = hours(5_000, 11);
        BarBacktest watched = bracketRun(bars, PathAssumption.NEAREST);
        PartsOfRun parts = new PartsOfRun(taker -> watched.wishForPart(System.nanoTime(), taker));

        assertThat(watched.run().orElseThrow().resultHash())
                .isEqualTo(brackets(bars, PathAssumption.NEAREST).resultHash());

        assertThat(parts.all()).hasSize(4);
        for (BacktestResult part : parts.all()) {
            List<Bar> soFar = bars.subList(0, Math.toIntExact(part.ticks()));
            PartsOfRun.requireSame(part, brackets(soFar, PathAssumption.NEAREST), "after " + soFar.size());
        }
    }

    private static BacktestResult brackets(List<Bar> bars, PathAssumption path) {
        return bracketRun(bars, path).run().orElseThrow();
    }

    private static BarBacktest bracketRun(List<Bar> bars, PathAssumption path) {
        Strategy strategy = new Strategy() {
            @Override
            public void prepare(StrategySetup setup) {
                setup.bars(Timeframe.ONE_HOUR);
            }

            @Override
            public void onBar(BarSeries series, StrategyContext context) {
                if (context.position() == 0 && context.openOrders().isEmpty()) {
                    long close = series.close(series.count() - 1);
                    context.bracket(
                            OrderRequest.limit(Side.BUY, 1, Math.max(2, close - 10))
                                    .day(),
                            Math.max(1, close - 50),
                            close + 40);
                }
            }
        };
        return new BarBacktest(spec(strategy), new RecordedBars(INSTRUMENT, Timeframe.ONE_HOUR, bars), path);
    }

    private abstract static class Listening implements Strategy {
        private final Timeframe timeframe;

        Listening(Timeframe timeframe) {
            this.timeframe = timeframe;
        }

        @Override
        public void prepare(StrategySetup setup) {
            setup.bars(timeframe);
        }
    }
}
