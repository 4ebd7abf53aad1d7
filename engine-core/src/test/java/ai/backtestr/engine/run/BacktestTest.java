package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final Instrument EURUSD = new Instrument("EURUSD", 5, 2, "USD", TradingCalendar.FOREX);
    private static final Map<String, String> FAST_CROSS =
            Map.of("fast", "3", "slow", "8", "timeframe", "1m", "quantity", "1000");

    @Test
    void shouldFillOnTheTickAfterTheOrderAtTheSideItCrosses() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD,
                List.of(
                        RecordedTicks.quote(1, 110000, 110010),
                        RecordedTicks.quote(2, 110020, 110030),
                        RecordedTicks.quote(2, 110040, 110050),
                        RecordedTicks.quote(3, 110060, 110070)));
        BacktestResult result = run(ticks, (context, tick) -> {
            if (tick == 1) {
                context.buy(100);
            } else if (tick == 3) {
                context.sell(100);
            }
        });
        assertThat(result.fills())
                .containsExactly(new Fill(2, 1, Side.BUY, 100, 110030, 0), new Fill(3, 2, Side.SELL, 100, 110060, 0));
    }

    @Test
    void shouldGiveTheWorseSideOfACrossedQuote() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD, List.of(RecordedTicks.quote(1, 110000, 110010), RecordedTicks.quote(2, 110050, 110030)));
        BacktestResult result = run(ticks, (context, tick) -> context.buy(100));
        assertThat(result.fills()).extracting(Fill::price).containsExactly(110050L);
    }

    @Test
    void shouldFillAtTheTradePriceWhereThereAreOnlyTrades() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD, List.of(RecordedTicks.trade(1, 110000, 5), RecordedTicks.trade(2, 110050, 5)));
        assertThat(run(ticks, (context, tick) -> context.buy(100)).fills())
                .extracting(Fill::price)
                .containsExactly(110050L);
    }

    @Test
    void shouldFillAtTheQuoteAndNotAtTradesWhereThereAreBoth() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD,
                List.of(
                        RecordedTicks.quote(1, 110000, 110010),
                        RecordedTicks.trade(2, 110005, 5),
                        RecordedTicks.quote(3, 110020, 110030)));
        BacktestResult result = run(ticks, (context, tick) -> {
            if (tick == 1) {
                context.buy(100);
            }
        });
        assertThat(result.fills()).containsExactly(new Fill(3, 1, Side.BUY, 100, 110030, 0));
    }

    @Test
    void shouldNotFillAnOrderPlacedOnTheLastTick() {
        RecordedTicks ticks = new RecordedTicks(EURUSD, List.of(RecordedTicks.quote(1, 110000, 110010)));
        assertThat(run(ticks, (context, tick) -> context.buy(100)).fills()).isEmpty();
    }

    @Test
    void shouldRejectWhatTheAccountCannotCarry() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD, List.of(RecordedTicks.quote(1, 110000, 110010), RecordedTicks.quote(2, 110000, 110010)));
        BacktestResult result = run(ticks, (context, tick) -> context.buy(1_000_000_00));
        assertThat(result.fills()).isEmpty();
        assertThat(result.rejections()).hasSize(1);
        assertThat(result.rejections().getFirst().reason())
                .contains("1100100.00")
                .contains("10000.00");
    }

    @Test
    void shouldEndWithTheTickOnWhichTheStrategyFailed() {
        RecordedTicks ticks = randomQuotes(1000, 1);
        assertThatThrownBy(() -> run(ticks, (context, tick) -> {
                    if (tick == 700) {
                        throw new IllegalStateException("lost the thread");
                    }
                }))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("tick 700")
                .hasMessageContaining(Times.format(ticks.ticks().get(699).timeNs()))
                .hasMessageContaining("BacktestTest.java")
                .hasMessageContaining("lost the thread");
    }

    @Test
    void shouldCountTicksThatCannotBe() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD,
                List.of(
                        RecordedTicks.quote(5, 110000, 110010),
                        RecordedTicks.quote(4, 110000, 110010),
                        RecordedTicks.quote(6, 0, 110010),
                        RecordedTicks.quote(6, 110000, 110010)));
        BacktestResult result = run(ticks, (context, tick) -> {});
        assertThat(result.ticks()).isEqualTo(2);
        assertThat(result.rejectedTicks()).isEqualTo(2);
        assertThat(result.firstRejectedTick()).contains("tick 2").contains("before");
    }

    @Test
    void shouldSurviveARunWithoutTicks() {
        BacktestResult result = run(new RecordedTicks(EURUSD, List.of()), (context, tick) -> {});
        assertThat(result.ticks()).isZero();
        assertThat(result.statistics().get("netProfit").value()).isEqualByComparingTo("0");
        assertThat(result.statistics().get("sharpe").value()).isNull();
    }

    @Test
    void shouldGiveTheSameHashForEveryBatchSizeAndTimeframeKept() {
        long seed = System.nanoTime();
        RecordedTicks ticks = randomQuotes(50_000, seed);
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, FAST_CROSS);
        BacktestResult once = result(spec, ticks, 65_536);
        assertThat(once.fills()).as("seed %d", seed).isNotEmpty();
        for (int batchTicks : new int[] {1, 13, 4096}) {
            assertThat(result(spec, ticks, batchTicks).resultHash())
                    .as("seed %d, batches of %d", seed, batchTicks)
                    .isEqualTo(once.resultHash());
        }
        BacktestSpec charted = spec.withChartTimeframes(List.of(Timeframe.parse("7200ms"), Timeframe.ONE_DAY));
        assertThat(result(charted, ticks, 100).resultHash()).as("seed %d", seed).isEqualTo(once.resultHash());
    }

    @Test
    void shouldGiveAnotherHashForAnythingThatMatters() {
        RecordedTicks ticks = randomQuotes(20_000, 7);
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, FAST_CROSS);
        String hash = result(spec, ticks, 1000).resultHash();
        BacktestSpec costly = spec.withCommission(new CommissionModel.Percent(BigDecimal.ONE));
        BacktestSpec richer = spec.withCash(Money.parse("20000"), BigDecimal.ONE);
        assertThat(result(costly, ticks, 1000).resultHash()).isNotEqualTo(hash);
        assertThat(result(richer, ticks, 1000).resultHash()).isNotEqualTo(hash);
        assertThat(result(spec, ticks.first(19_999), 1000).resultHash()).isNotEqualTo(hash);
    }

    @Test
    void shouldHaveTheSamePastWhenTheFutureIsCutOff() {
        long seed = System.nanoTime();
        RecordedTicks ticks = randomQuotes(30_000, seed);
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, FAST_CROSS);
        List<Fill> whole = result(spec, ticks, 1000).fills();
        for (int length : new int[] {100, 5_000, 17_777, 29_999}) {
            RecordedTicks cut = ticks.first(length);
            long endNs = cut.ticks().getLast().timeNs();
            List<Fill> fills = result(spec, cut, 1000).fills();
            assertThat(whole.subList(0, fills.size()))
                    .as("seed %d, %d ticks", seed, length)
                    .isEqualTo(fills);
            assertThat(whole.subList(fills.size(), whole.size()))
                    .as("seed %d, %d ticks", seed, length)
                    .allMatch(fill -> fill.timeNs() >= endNs);
        }
    }

    @Test
    void shouldTradeAsTheSlowEmaCrossDoes() {
        long seed = System.nanoTime();
        RecordedTicks ticks = randomQuotes(60_000, seed);
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, FAST_CROSS)
                .withCommission(new CommissionModel.Percent(new BigDecimal("0.01")));
        BacktestResult result = result(spec, ticks, 1000);
        List<String> expected = SlowEmaCross.fills(ticks.ticks(), 3, 8, 60 * Times.SECOND_NS, 100_000);
        assertThat(result.fills().stream()
                        .map(fill -> fill.timeNs() + " " + fill.side() + " " + fill.quantity() + " " + fill.price())
                        .toList())
                .as("seed %d", seed)
                .hasSizeGreaterThan(20)
                .isEqualTo(expected);
        long fees = result.fills().stream().mapToLong(Fill::fee).sum();
        long closed = result.trades().stream().mapToLong(Trade::profit).sum();
        assertThat(result.statistics().get("fees").value()).isEqualByComparingTo(Money.toDecimal(fees));
        assertThat(result.equity().last() - Money.parse("10000") - closed).isEqualTo(openProfit(result));
    }

    @Test
    void shouldUpdateAllTimeframesBeforeTellingOfAny() {
        RecordedTicks ticks = new RecordedTicks(
                EURUSD,
                List.of(RecordedTicks.quote(0, 100, 101), RecordedTicks.quote(3600 * Times.SECOND_NS, 100, 101)));
        List<String> heard = new ArrayList<>();
        StrategyDefinition definition = definition(new Strategy() {
            private final List<BarSeries> all = new ArrayList<>();

            @Override
            public void prepare(StrategySetup setup) {
                all.add(setup.bars(Timeframe.ONE_HOUR));
                all.add(setup.bars(Timeframe.ONE_MINUTE));
            }

            @Override
            public void onBar(BarSeries bars, StrategyContext context) {
                heard.add(bars.timeframe() + " " + all.getFirst().count() + " "
                        + all.getLast().count());
            }
        });
        result(BacktestSpec.of(definition, Map.of()), ticks, 10);
        assertThat(heard).containsExactly("1m 1 1", "1h 1 1");
    }

    private static long openProfit(BacktestResult result) {
        BigDecimal open = result.statistics().get("openProfit").value();
        return Money.round(Objects.requireNonNull(open));
    }

    private static BacktestResult run(RecordedTicks ticks, BiConsumer<StrategyContext, Integer> onTick) {
        StrategyDefinition definition = definition(new Strategy() {
            private int tick;

            @Override
            public void prepare(StrategySetup setup) {
                setup.listenToTicks();
            }

            @Override
            public void onTick(StrategyContext context) {
                onTick.accept(context, ++tick);
            }
        });
        return result(BacktestSpec.of(definition, Map.of()).withCash(Money.parse("10000"), BigDecimal.ONE), ticks, 10);
    }

    private static StrategyDefinition definition(Strategy strategy) {
        List<Strategy> prepared = new ArrayList<>(List.of(strategy));
        return new StrategyDefinition("test", "Test", "For a test.", List.of(), values -> prepared.getFirst());
    }

    private static BacktestResult result(BacktestSpec spec, RecordedTicks ticks, int batchTicks) {
        return new Backtest(spec, ticks.first(ticks.ticks().size()), batchTicks)
                .run()
                .orElseThrow();
    }

    private static RecordedTicks randomQuotes(int count, long seed) {
        Random random = new Random(seed);
        List<Tick> ticks = new ArrayList<>();
        long timeNs = Times.parse("2014-05-01T12:00");
        long bid = 138_000;
        for (int i = 0; i < count; i++) {
            timeNs += random.nextInt(4) == 0 ? 0 : random.nextLong(4 * Times.SECOND_NS);
            bid += random.nextInt(11) - 5;
            ticks.add(RecordedTicks.quote(timeNs, bid, bid + random.nextInt(6)));
        }
        return new RecordedTicks(EURUSD, ticks);
    }
}
