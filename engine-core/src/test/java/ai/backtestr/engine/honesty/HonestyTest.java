package ai.backtestr.engine.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
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
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HonestyTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);
    private static final long START_NS = Times.parse("2024-03-05T12:00");

    /// Knows the ticks, as a strategy does that reads them from a file: buys before a rise, sells before a fall.
    @Test
    void shouldCatchAStrategyThatReadsTheFuture() {
        RecordedTicks ticks = walk(3_000);
        BacktestResult whole = run(cheat(ticks), ticks);
        assertThat(whole.fills()).hasSizeGreaterThan(100);
        int caught = 0;
        for (long cutNs : PastComparison.cuts(whole)) {
            RecordedTicks cut = before(cutNs, ticks);
            caught += PastComparison.firstDifference(whole, run(cheat(cut), cut), cutNs)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(caught).isPositive();
    }

    @Test
    void shouldFindTheSamePastOfAnHonestStrategyWhereverItIsCut() {
        RecordedTicks ticks = walk(20_000);
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, Map.of("timeframe", "1m", "fast", "3", "slow", "8"));
        BacktestResult whole = run(spec, ticks);
        assertThat(PastComparison.cuts(whole)).hasSize(3).isSorted();
        List<Long> cuts = new ArrayList<>(PastComparison.cuts(whole));
        new Random(1).longs(20, whole.firstNs() + 1, whole.lastNs()).forEach(cuts::add);
        for (long cutNs : cuts) {
            BacktestResult cut = run(spec, before(cutNs, ticks));
            assertThat(PastComparison.firstDifference(whole, cut, cutNs)).isEmpty();
        }
    }

    @Test
    void shouldNameTheFirstFillThatDiffers() {
        RecordedTicks ticks = quotes(0, 10, 20, 30, 40);
        BacktestResult buys = run(buyer(1), ticks);
        BacktestResult buysMore = run(buyer(2), ticks);
        assertThat(PastComparison.firstDifference(buys, buysMore, Long.MAX_VALUE))
                .hasValueSatisfying(text -> assertThat(text)
                        .isEqualTo("order 1: market buy 0.1 at 2024-03-05T12:00:00Z with the data that follow,"
                                + " market buy 0.2 at 2024-03-05T12:00:00Z without them"));
    }

    /// Placed on the first tick, filled on the second, two minutes later; the spread is 2.
    @Test
    void shouldMeasureTheSilenceBeforeAFill() {
        RecordedTicks ticks = quotes(0, 120, 121, 400);
        BacktestResult result = run(buyer(1), ticks);
        TickSurvey survey = survey(ticks, result);
        assertThat(survey).isEqualTo(new TickSurvey(4, 2, List.of(120 * Times.SECOND_NS)));
        assertThat(StaleFills.of(survey.silencesNs(), 60 * Times.SECOND_NS))
                .isEqualTo(new StaleFills(60 * Times.SECOND_NS, 1, 1, 120 * Times.SECOND_NS, 1));
    }

    /// Two ticks of the same time: the order placed on the first is filled on the second, however long it was quiet.
    @Test
    void shouldNotCallAFillStaleWhoseOrderIsAsNew() {
        RecordedTicks ticks = quotes(0, 500, 500, 501);
        BacktestSpec spec = spec(new Strategy() {
            @Override
            public void prepare(StrategySetup setup) {
                setup.listenToTicks();
            }

            @Override
            public void onTick(StrategyContext context) {
                if (context.timeNs() > START_NS && context.position() == 0) {
                    context.submit(OrderRequest.market(Side.BUY, 1));
                }
            }
        });
        assertThat(survey(ticks, run(spec, ticks)).silencesNs().getFirst()).isZero();
    }

    @Test
    void shouldJudgeStaleFillsByTheirShare() {
        assertThat(StaleFills.of(List.of(), 5).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(StaleFills.of(List.of(1L, 5L, 2L), 5)).isEqualTo(new StaleFills(5, 3, 0, 5, 2));
        assertThat(StaleFills.of(List.of(1L, 5L, 2L), 5).verdict()).isEqualTo(Verdict.PASSED);
        List<Long> oneOf101 =
                new ArrayList<>(LongStream.generate(() -> 1).limit(100).boxed().toList());
        oneOf101.add(9L);
        assertThat(StaleFills.of(oneOf101, 5).verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(StaleFills.of(oneOf101.subList(1, 101), 5).verdict()).isEqualTo(Verdict.FAILED);
    }

    /// 10 + 9 + 8 + 7 + 6 = 40 of 45 with 5 more, of 20 with 20 lost besides, of 81 with 41 more.
    @Test
    void shouldTakeTheBestFiveTradesOut() {
        BestTrades best = BestTrades.of(trades(6, 7, 5, 8, 9, 10));
        assertThat(best).isEqualTo(new BestTrades(6, 5, 40, 45));
        assertThat(best.share()).isCloseTo(40 / 45.0, within(1e-15));
        assertThat(best.profitWithoutBest()).isEqualTo(5);
        assertThat(best.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(BestTrades.of(trades(6, 7, -20, 8, 9, 10)).verdict()).isEqualTo(Verdict.FAILED);
        List<Trade> many = new ArrayList<>(trades(6, 7, 8, 9, 10));
        many.addAll(trades(LongStream.generate(() -> 1).limit(41).toArray()));
        assertThat(BestTrades.of(many).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(BestTrades.of(trades(-1, 1)).verdict()).isEqualTo(Verdict.NOT_CHECKED);
    }

    @Test
    void shouldCountParametersThatCanBeFitted() {
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, Map.of("stop", "2"));
        assertThat(TradesPerParameter.of(spec, 100).parameters())
                .containsExactly("fast", "slow", "timeframe", "stop", "atr");
        assertThat(TradesPerParameter.of(spec, 0).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(TradesPerParameter.of(spec, 49).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(TradesPerParameter.of(spec, 50).verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(TradesPerParameter.of(spec, 150).verdict()).isEqualTo(Verdict.PASSED);
    }

    /// Spread 2 of the data: doubled. Half of it, 1, more slippage. A quarter of a second more on the way.
    @Test
    void shouldMakeEachAssumptionHarderByTheStatedStep() {
        RecordedTicks ticks = quotes(0, 10, 20);
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, Map.of())
                .withExecution(ExecutionModel.DEFAULT
                        .withLatency(new LatencyModel(10, 20))
                        .withSlippage(new SlippageModel.Fixed(3)));
        BacktestResult result = run(spec, ticks);
        List<SensitivityCase> cases = SensitivityCases.onTicks(result, survey(ticks, result));
        assertThat(cases)
                .extracting(SensitivityCase::id)
                .containsExactly("spread", "latency", "slippage", "fills", "all");
        ExecutionModel all = cases.getLast().spec().execution();
        assertThat(all)
                .isEqualTo(new ExecutionModel(
                        ExecutionModel.LimitFill.THROUGH,
                        ExecutionModel.Liquidity.QUOTED_SIZE,
                        new SlippageModel.Fixed(4),
                        new LatencyModel(250_000_010, 250_000_020),
                        new SpreadModel.Times(BigDecimal.TWO),
                        Long.MAX_VALUE,
                        1));
        assertThat(cases.getFirst().spec().execution())
                .isEqualTo(spec.execution().withSpread(new SpreadModel.Times(BigDecimal.TWO)));
    }

    /// Trades at 300.00: 0.01 % is 0.03, half of that rounded 0.02.
    @Test
    void shouldAssumeASpreadWhereTheDataHaveNone() {
        RecordedTicks ticks = new RecordedTicks(INSTRUMENT, List.of(RecordedTicks.trade(START_NS, 30_000, 1)));
        BacktestResult result = run(BacktestSpec.of(EmaCross.DEFINITION, Map.of()), ticks);
        List<SensitivityCase> cases = SensitivityCases.onTicks(result, survey(ticks, result));
        assertThat(cases.getFirst().spec().execution().spread()).isEqualTo(new SpreadModel.Fixed(3));
        assertThat(cases.getFirst().title()).isEqualTo("Spread of 0.03, where the data have none");
        assertThat(cases.get(2).spec().execution().slippage()).isEqualTo(new SlippageModel.Fixed(2));
    }

    private static List<Trade> trades(long... profits) {
        List<Trade> trades = new ArrayList<>();
        for (long profit : profits) {
            trades.add(new Trade(trades.size() + 1, Side.BUY, 1, 0, 1, 1, 1, 0, profit, 0, 0));
        }
        return trades;
    }

    private static TickSurvey survey(RecordedTicks ticks, BacktestResult result) {
        List<Long> placed = result.fills().stream()
                .map(fill ->
                        result.orders().get((int) fill.orderId() - 1).order().placedNs())
                .toList();
        return TickSurvey.of(ticks.first(ticks.ticks().size()), result.fills(), placed, () -> false);
    }

    private static BacktestSpec buyer(long quantity) {
        return spec(new Strategy() {
            @Override
            public void prepare(StrategySetup setup) {}

            @Override
            public void onStart(StrategyContext context) {
                context.submit(OrderRequest.market(Side.BUY, quantity));
            }
        });
    }

    private static BacktestSpec cheat(RecordedTicks known) {
        List<Tick> ticks = known.ticks();
        return spec(new Strategy() {
            private int next;

            @Override
            public void prepare(StrategySetup setup) {
                setup.listenToTicks();
            }

            @Override
            public void onTick(StrategyContext context) {
                next++;
                if (next % 20 == 0 && next + 10 < ticks.size()) {
                    boolean rises = ticks.get(next + 10).bid() > context.bid();
                    context.closeAll();
                    context.submit(OrderRequest.market(rises ? Side.BUY : Side.SELL, 1));
                }
            }
        });
    }

    private static BacktestSpec spec(Strategy strategy) {
        return BacktestSpec.of(
                        new StrategyDefinition("test", "Test", "For a test.", List.of(), values -> strategy), Map.of())
                .withCash(Money.parse("100000"), BigDecimal.ONE);
    }

    private static BacktestResult run(BacktestSpec spec, RecordedTicks ticks) {
        return new Backtest(spec, ticks.first(ticks.ticks().size()), 100).run().orElseThrow();
    }

    private static RecordedTicks before(long cutNs, RecordedTicks ticks) {
        return new RecordedTicks(
                INSTRUMENT,
                ticks.ticks().stream().filter(tick -> tick.timeNs() < cutNs).toList());
    }

    private static RecordedTicks quotes(long... seconds) {
        List<Tick> ticks = new ArrayList<>();
        for (long second : seconds) {
            ticks.add(RecordedTicks.quote(START_NS + second * Times.SECOND_NS, 10_000, 10_002));
        }
        return new RecordedTicks(INSTRUMENT, ticks);
    }

    private static RecordedTicks walk(int count) {
        Random random = new Random(7);
        List<Tick> ticks = new ArrayList<>();
        long bid = 10_000;
        for (int i = 0; i < count; i++) {
            bid += random.nextInt(11) - 5;
            ticks.add(RecordedTicks.quote(START_NS + 3L * i * Times.SECOND_NS, bid, bid + 2));
        }
        return new RecordedTicks(INSTRUMENT, ticks);
    }
}
