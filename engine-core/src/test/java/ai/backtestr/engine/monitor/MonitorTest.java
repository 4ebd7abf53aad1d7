package ai.backtestr.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.RandomOrders;
import ai.backtestr.engine.strategy.builtin.EmaCross;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.thread.RunThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The time-out only turns a hang into a failure.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitorTest {
    @Test
    void shouldHoldWhatWasMeasuredAgainstTheTargets() throws InterruptedException {
        BlockingQueue<List<Reading>> seconds = new LinkedBlockingQueue<>();
        try (Monitor monitor = new Monitor(Target.DEFAULTS)) {
            monitor.watch(Metric.HIT_RATIO, () -> 94.9);
            monitor.watch(Metric.MEMORY, () -> 89.9);
            for (int i = 1; i <= 100; i++) {
                monitor.record(Metric.FRAME, i * 1_000_000L);
            }
            monitor.record(Metric.QUERY, 49_000_000);
            Monitor.Watch _ = monitor.onSecond(seconds::add);
            List<Reading> first = seconds.take();
            Reading frame = reading(first, Metric.FRAME);
            assertThat(frame.count()).isEqualTo(100);
            assertThat(frame.value()).isBetween(99e6, 100e6); // within the histogram's two digits
            assertThat(frame.median()).isBetween(50e6, 51e6);
            assertThat(frame.max()).isBetween(100e6, 101e6);
            assertThat(monitor.violations(first))
                    .extracting(violation -> violation.target().metric())
                    .containsExactlyInAnyOrder(Metric.FRAME, Metric.HIT_RATIO);
            assertThat(monitor.violations(first).getLast())
                    .hasToString("cache hit ratio 94.9 %, target at least 95.0 %");
            assertThat(seconds.take()).extracting(Reading::metric).doesNotContain(Metric.FRAME);
            assertThat(reading(monitor.totals(), Metric.FRAME).count()).isEqualTo(100);
        }
    }

    @Test
    void shouldCountTimesInBucketsOfOneTwoAndFiveSinceTheBeginning() {
        try (Monitor monitor = new Monitor(List.of(Target.below(Metric.FRAME, 16.7e6)))) {
            assertThat(monitor.distributions()).isEmpty();
            for (int i = 0; i < 6; i++) {
                monitor.record(Metric.FRAME, 1_500_000);
            }
            monitor.record(Metric.FRAME, 3_000_000);
            monitor.update();
            monitor.record(Metric.FRAME, 12_000_000);
            monitor.record(Metric.FRAME, 18_000_000);
            monitor.record(Metric.FRAME, 18_100_000);
            monitor.record(Metric.QUERY, 1);
            monitor.update();
            assertThat(monitor.distributions())
                    .extracting(TimeBuckets::metric)
                    .containsExactly(Metric.FRAME, Metric.QUERY);
            TimeBuckets frames = monitor.distributions().getFirst();
            assertThat(frames.buckets())
                    .containsExactly(
                            new TimeBuckets.Bucket(1_000_000, 2_000_000, 6, 60),
                            new TimeBuckets.Bucket(2_000_000, 5_000_000, 1, 70),
                            new TimeBuckets.Bucket(5_000_000, 10_000_000, 0, 70),
                            new TimeBuckets.Bucket(10_000_000, 20_000_000, 3, 100));
            assertThat(frames.count()).isEqualTo(10);
            assertThat(frames.missed()).isEqualTo(2);
            assertThat(frames.percentKept()).isEqualTo(80);
            TimeBuckets queries = monitor.distributions().getLast();
            assertThat(queries.buckets()).containsExactly(new TimeBuckets.Bucket(1, 2, 1, 100));
            assertThat(queries.missed()).isZero();
        }
    }

    @Test
    void shouldHaveABucketForEveryTimeItTakes() {
        try (Monitor monitor = new Monitor(List.of())) {
            monitor.record(Metric.DISK, 0);
            monitor.record(Metric.DISK, Long.MAX_VALUE);
            monitor.update();
            List<TimeBuckets.Bucket> buckets =
                    monitor.distributions().getFirst().buckets();
            assertThat(buckets.getFirst().fromNs()).isOne();
            assertThat(buckets.getLast().toNs()).isEqualTo(100_000_000_000L);
            assertThat(buckets)
                    .extracting(TimeBuckets.Bucket::count)
                    .filteredOn(count -> count > 0)
                    .containsExactly(1L, 1L);
        }
    }

    private static Reading reading(List<Reading> of, Metric metric) {
        return of.stream()
                .filter(reading -> reading.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldAlertAfterThreeInARowAndEndWithSomethingToSpare() {
        AlertState state = new AlertState(Target.below(Metric.FRAME, 100));
        List<String> told = new ArrayList<>();
        DoubleStream.of(100, 120, 99, 100, 101, 102, 99, 99, 99, 95, 89, 89, 91, 89, 89, 89, 50)
                .forEach(value -> told.add(state.next(Reading.of(Metric.FRAME, value))
                        .map(alert -> alert.begins() ? "missed" : "kept")
                        .orElse("")));
        List<String> expected = new ArrayList<>(java.util.Collections.nCopies(17, ""));
        expected.set(5, "missed"); // 100, 101, 102
        expected.set(15, "kept"); // 89, 89, 89 after the 91
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void shouldEndAnAlertWhenNothingIsMeasuredAnyMore() {
        AlertState state = new AlertState(Target.below(Metric.FRAME, 100));
        assertThat(state.nothing()).isEmpty();
        state.next(Reading.of(Metric.FRAME, 200));
        state.next(Reading.of(Metric.FRAME, 200));
        assertThat(state.next(Reading.of(Metric.FRAME, 200))).isPresent();
        assertThat(state.nothing()).isEmpty();
        assertThat(state.nothing()).isEmpty();
        assertThat(state.nothing())
                .hasValueSatisfying(alert -> assertThat(alert.begins()).isFalse());
    }

    @Test
    void shouldKeepSpareWithinAHundredPercent() {
        Target target = Target.atLeast(Metric.HIT_RATIO, 95);
        assertThat(target.isMissedBy(95)).isFalse();
        assertThat(target.isClearOf(97.4)).isFalse();
        assertThat(target.isClearOf(97.5)).isTrue();
    }

    @Test
    void shouldTellTheRateOfTicksOfRunsThatComeAndGo() {
        TickRate rate = new TickRate();
        AtomicLong count = new AtomicLong();
        List<java.util.function.LongSupplier> runs = new ArrayList<>();
        assertThat(rate.next(runs, 0).isRunning()).isFalse();
        runs.add(count::get);
        long nowNs = 0;
        double last = 0;
        for (int i = 0; i < 30; i++) {
            nowNs += 100_000_000;
            count.addAndGet(500_000);
            last = rate.next(runs, nowNs).perSecond();
        }
        assertThat(last).isEqualTo(5e6);
        runs.clear();
        assertThat(rate.next(runs, nowNs + 1).isRunning()).isFalse();
        assertThat(rate.mean()).isEqualTo(30 * 500_000 / 2.9);
    }

    @Test
    void shouldTimeTheStagesOfARunWithoutChangingItsResult() {
        long seed = System.nanoTime();
        RecordedTicks ticks = new RecordedTicks(
                new Instrument("TEST", 2, 1, "USD", TradingCalendar.FOREX),
                new RandomOrders(new Random(seed)).quotes(200_000));
        BacktestSpec spec = BacktestSpec.of(EmaCross.DEFINITION, Map.of("timeframe", "1s"));
        BacktestResult plain = new Backtest(spec, ticks.first(200_000)).run().orElseThrow();
        StageTimes times = new StageTimes();
        BacktestResult timed = new Backtest(spec, ticks.first(200_000), 10_000, RunThreads.DEFAULT, times)
                .run()
                .orElseThrow();
        assertThat(timed.resultHash()).as("seed %d", seed).isEqualTo(plain.resultHash());
        for (Metric stage : StageTimes.STAGES) {
            assertThat(times.recorder(stage).getIntervalHistogram().getTotalCount())
                    .as(stage.title())
                    .isPositive();
        }
    }

    @Test
    void shouldHearOfPausesOfTheGarbageCollector() throws InterruptedException {
        BlockingQueue<Long> pauses = new LinkedBlockingQueue<>();
        try (GcPauses _ = GcPauses.to(pauses::add)) {
            System.gc();
            assertThat(pauses.poll(30, TimeUnit.SECONDS)).isPositive();
        }
    }
}
