package ai.backtestr.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.RandomOrders;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.engine.run.SteppedRun;
import ai.backtestr.engine.run.StrategyException;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A replay against straight runs over the same ticks. The time-out only turns a hang into a failure.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX);
    private static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.ONE_SECOND, Timeframe.parse("15s"), Timeframe.ONE_MINUTE, Timeframe.ONE_HOUR);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<Tick> list = new RandomOrders(random).quotes(100_000);
    private final DecodedTicks decoded = DecodedTicks.of(new RecordedTicks(INSTRUMENT, list));
    private final ReplayTicks ticks = new DecodedReplayTicks(decoded);

    @AfterEach
    void free() {
        decoded.close();
    }

    private BacktestSpec spec() {
        StrategyDefinition strategy = Wanderer.definition(random.nextLong(), random.nextBoolean());
        return BacktestSpec.of(strategy, Map.of())
                .withCash(Money.parse("100000"), BigDecimal.TEN)
                .withChartTimeframes(TIMEFRAMES)
                .withAccount(
                        AccountTerms.DEFAULT.withMode(random.nextBoolean() ? AccountMode.NETTING : AccountMode.HEDGING))
                .withExecution(ExecutionModel.DEFAULT
                        .withSeed(random.nextLong())
                        .withLatency(LatencyModel.fixed(random.nextLong(3 * Times.SECOND_NS)))
                        .withSlippage(new SlippageModel.Fixed(random.nextInt(3))));
    }

    private BacktestResult straight(BacktestSpec spec, long position) {
        return new Backtest(spec, new RecordedTicks(INSTRUMENT, list.subList(0, (int) position)))
                .run()
                .orElseThrow();
    }

    @RepeatedTest(4)
    void shouldStandWhereAStraightRunStandsHoweverItGotThere() {
        BacktestSpec spec = spec();
        try (Replay replay = new Replay(spec, ticks)) {
            for (int i = 0; i < 25; i++) {
                Step step = randomStep();
                replay.step(step);
                requireSame(replay, spec, "seed " + seed + ", step " + i + " " + step);
            }
            replay.step(new Step.Moment(Long.MAX_VALUE));
            BacktestResult straight = straight(spec, list.size());
            assertThat(straight.fills()).isNotEmpty();
            assertThat(replay.result(straight.dataDigest()).resultHash())
                    .as("seed %d", seed)
                    .isEqualTo(straight.resultHash());
        }
    }

    private Step randomStep() {
        int sign = random.nextInt(3) == 0 ? 1 : -1;
        return switch (random.nextInt(8)) {
            case 0 -> new Step.Ticks(1);
            case 1, 2 -> new Step.Ticks(-1 - random.nextInt(3));
            case 3 -> new Step.Bars(TIMEFRAMES.get(random.nextInt(TIMEFRAMES.size())), sign * (1 + random.nextInt(3)));
            case 4 -> new Step.Time(sign * random.nextLong(1000 * Times.SECOND_NS));
            case 5 -> new Step.Moment(list.get(random.nextInt(list.size())).timeNs());
            default -> new Step.Ticks(random.nextLong(30_000));
        };
    }

    private void requireSame(Replay replay, BacktestSpec spec, String as) {
        RunState state = replay.state();
        BacktestResult straight = straight(spec, replay.position());
        assertThat(state.ticks()).as(as).isEqualTo(straight.ticks());
        assertThat(replay.fills()).as(as).isEqualTo(straight.fills());
        assertThat(replay.trades()).as(as).isEqualTo(straight.trades());
        assertThat(replay.orders()).as(as).isEqualTo(straight.orders());
        requireSameEquity(replay.equity(), straight, as);
        assertThat(state.position()).as(as).isEqualTo(straight.position());
        for (int i = 0; i < state.bars().size(); i++) {
            assertThat(bars(state.bars().get(i)))
                    .as(as)
                    .isEqualTo(
                            bars(straight.bars().get(i), straight.bars().get(i).count()));
        }
        RunState other = stepped(spec, replay.position());
        assertThat(state.equity()).as(as).isEqualTo(other.equity());
        assertThat(state.cash()).as(as).isEqualTo(other.cash());
        assertThat(state.openOrders()).as(as).isEqualTo(other.openOrders());
        assertThat(state.positions()).as(as).isEqualTo(other.positions());
        assertThat(state.indicators()).as(as).isEqualTo(other.indicators()).hasSize(1);
    }

    /// A run that has ended has a last point at its end.
    private static void requireSameEquity(EquityCurve.SoFar soFar, BacktestResult straight, String as) {
        EquityCurve curve = straight.equity();
        assertThat(soFar.count()).as(as).isEqualTo(Math.max(0, curve.count() - 1));
        for (int i = 0; i < soFar.count(); i++) {
            assertThat(soFar.timeNs(i)).as(as).isEqualTo(curve.timeNs(i));
            assertThat(soFar.equity(i)).as(as).isEqualTo(curve.equity(i));
        }
    }

    private RunState stepped(BacktestSpec spec, long position) {
        SteppedRun run = new SteppedRun(spec, INSTRUMENT, false);
        long left = position;
        for (TickPage page : decoded.pages()) {
            int here = (int) Math.min(left, page.count());
            if (here > 0) {
                run.takeIn(page, 0, here);
            }
            left -= here;
        }
        return run.state();
    }

    private static List<Bar> bars(RunState.BarsNow now) {
        List<Bar> bars = bars(now.series(), now.closed());
        if (now.forming() != null) {
            bars.add(now.forming());
        }
        return bars;
    }

    private static List<Bar> bars(BarSeries series, int count) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(series.bar(i));
        }
        return bars;
    }

    @RepeatedTest(4)
    void shouldMakeASessionByHandThatARunRepeats() {
        BacktestSpec spec = spec();
        try (Replay replay = new Replay(spec, ticks)) {
            replay.step(new Step.Ticks(1));
            int done = 0;
            for (int i = 0; i < 40; i++) {
                replay.step(
                        random.nextInt(4) == 0
                                ? new Step.Ticks(-random.nextLong(2000))
                                : new Step.Ticks(random.nextLong(4000)));
                done += tradeAtRandom(replay) ? 1 : 0;
            }
            assertThat(done).as("seed %d", seed).isPositive();
            replay.step(new Step.Position(Math.max(replay.position(), 1000)));
            BacktestSpec byHand = spec.withStrategy(replay.definition());
            BacktestResult run = straight(byHand, replay.position());
            assertThat(replay.orders()).as("seed %d", seed).isEqualTo(run.orders());
            assertThat(replay.fills()).as("seed %d", seed).isEqualTo(run.fills());
            assertThat(replay.result(run.dataDigest()).resultHash())
                    .as("seed %d", seed)
                    .isEqualTo(run.resultHash());
            HandJournal read =
                    HandJournal.parse(replay.journal().until(replay.position()).text());
            StrategyDefinition again = HandTraded.definition(byHand.strategy().name(), spec.strategy(), read);
            assertThat(straight(spec.withStrategy(again), replay.position()).resultHash())
                    .as("seed %d", seed)
                    .isEqualTo(run.resultHash());
        }
    }

    private boolean tradeAtRandom(Replay replay) {
        if (replay.position() == 0) {
            return false;
        }
        long bid = replay.state().bid();
        HandOrder order = switch (random.nextInt(7)) {
            case 0 -> HandOrder.buy(1 + random.nextInt(20));
            case 1 -> HandOrder.sell(1 + random.nextInt(20)).with(bid + 30, bid - 30);
            case 2 -> HandOrder.buy(5).with(bid - 20, 0);
            case 3 -> HandOrder.close();
            case 4 -> HandOrder.protect(bid - 10, bid + 10);
            case 5 -> new HandOrder(HandOrder.Kind.BUY_LIMIT, 7, bid - 5, bid - 15, bid + 15);
            default -> new HandOrder(HandOrder.Kind.CANCEL, 1 + random.nextInt(30), 0, 0, 0);
        };
        int before = replay.orders().size();
        try {
            replay.trade(order);
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(replay.orders()).as("seed %d: %s", seed, e.getMessage()).hasSize(before);
            return false;
        }
    }

    @Test
    void shouldUndoAndRedoWhatWasDoneByHand() {
        BacktestSpec spec = BacktestSpec.of(HandTraded.NOTHING, Map.of());
        try (Replay replay = new Replay(spec, ticks)) {
            replay.step(new Step.Ticks(500));
            replay.trade(HandOrder.buy(10));
            replay.step(new Step.Ticks(500));
            assertThat(replay.state().position()).isEqualTo(10);
            replay.step(new Step.Ticks(-600));
            assertThat(replay.state().position()).isZero();
            assertThat(replay.orders()).isEmpty();
            replay.step(new Step.Ticks(600));
            assertThat(replay.state().position()).isEqualTo(10);
            replay.step(new Step.Ticks(-700));
            replay.trade(HandOrder.sell(5));
            replay.step(new Step.Ticks(700));
            assertThat(replay.state().position()).isEqualTo(-5);
            assertThat(replay.journal().entries()).hasSize(1);
        }
    }

    @Test
    void shouldStepToWhereBarsClose() {
        BacktestSpec spec = BacktestSpec.of(HandTraded.NOTHING, Map.of()).withChartTimeframes(TIMEFRAMES);
        try (Replay replay = new Replay(spec, ticks)) {
            replay.step(new Step.Ticks(5000));
            int before = replay.state().bars().get(2).closed();
            replay.step(new Step.Bars(Timeframe.ONE_MINUTE, 3));
            assertThat(replay.state().bars().get(2).closed()).isEqualTo(before + 3);
            assertThat(replay.state().bars().get(2).forming())
                    .extracting(Bar::ticks)
                    .isEqualTo(1L);
            long there = replay.position();
            replay.step(new Step.Bars(Timeframe.ONE_MINUTE, 1));
            replay.step(new Step.Bars(Timeframe.ONE_MINUTE, -1));
            assertThat(replay.position()).isEqualTo(there);
            replay.step(new Step.Ticks(1));
            replay.step(new Step.Bars(Timeframe.ONE_MINUTE, -1));
            assertThat(replay.position()).isEqualTo(there);
            replay.step(new Step.Bars(Timeframe.ONE_HOUR, -1000));
            assertThat(replay.position()).isZero();
            assertThat(replay.state().ticks()).isZero();
        }
    }

    @Test
    void shouldPlayAsFastAsTheEngineGoesAndPause() {
        BacktestSpec spec = spec();
        Replay replay = new Replay(spec, ticks);
        try (ReplayClock clock = new ReplayClock(replay)) {
            clock.setSpeed(ReplayClock.FASTEST);
            clock.play();
            while (!clock.frame().isAtEnd()) {
                Thread.onSpinWait();
            }
            BacktestResult straight = straight(spec, list.size());
            assertThat(clock.ask(r -> r.result(straight.dataDigest()).resultHash())
                            .join())
                    .as("seed %d", seed)
                    .isEqualTo(straight.resultHash());
            ReplayFrame back = clock.step(new Step.Ticks(-1)).join();
            assertThat(back.position()).isEqualTo(list.size() - 1);
            assertThat(back.playing()).isFalse();
        }
    }

    @Test
    void shouldPlayInTimesOfRealTime() {
        try (ReplayClock clock = new ReplayClock(new Replay(spec(), ticks))) {
            long startNs = list.getFirst().timeNs();
            clock.setSpeed(5000);
            clock.play();
            long began = System.nanoTime();
            while (clock.frame().momentNs() < startNs + 1000 * Times.SECOND_NS) {
                Thread.onSpinWait();
            }
            long tookNs = System.nanoTime() - began;
            clock.pause();
            ReplayFrame frame = clock.step(new Step.Ticks(0)).join();
            assertThat(tookNs).isGreaterThan(100_000_000L); // 1000 seconds in 0.2, never faster than asked for
            assertThat(frame.position()).isEqualTo(ticks.indexOf(frame.momentNs() + 1));
        }
    }

    @Test
    void shouldTellWhatAStrategyThrowsAndLetTheUserStepBack() {
        StrategyDefinition failing =
                new StrategyDefinition("failing", "Failing", "Fails.", List.of(), values -> new Failing());
        try (ReplayClock clock = new ReplayClock(new Replay(BacktestSpec.of(failing, Map.of()), ticks))) {
            assertThatThrownBy(() -> clock.step(new Step.Ticks(2000)).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StrategyException.class)
                    .hasMessageContaining("failed on tick 1000");
            assertThat(clock.frame().failure()).isInstanceOf(StrategyException.class);
            assertThat(clock.step(new Step.Position(999)).join().state().ticks())
                    .isEqualTo(999);
        }
    }

    private static final class Failing implements ai.backtestr.engine.strategy.Strategy {
        private int heard;

        @Override
        public void prepare(StrategySetup setup) {
            setup.listenToTicks();
        }

        @Override
        public void onTick(StrategyContext context) {
            if (++heard == 1000) {
                throw new IllegalStateException("enough");
            }
        }
    }
}
