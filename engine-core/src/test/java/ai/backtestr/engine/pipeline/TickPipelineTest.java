package ai.backtestr.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.thread.Waiting;
import ai.backtestr.engine.tick.DecodedTicks;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The time-out only turns a hang into a failure.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TickPipelineTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final int MANY = 5 * TickPage.DEFAULT_CAPACITY + 17;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1024, 65_536, 1_000_000})
    void shouldCarryEveryTickInOrderWhateverTheBatch(int batchTicks) {
        List<Long> times = new ArrayList<>();
        boolean all =
                new TickPipeline(source(MANY), (page, from, to) -> collect(times, page, from, to), batchTicks).run();
        assertThat(all).isTrue();
        assertThat(times).isEqualTo(LongStream.range(0, MANY).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void shouldCarryEveryTickHoweverTheThreadsWait(Waiting waiting) {
        RunThreads threads = RunThreads.DEFAULT.with(waiting).pinned(0, 0);
        List<Long> times = new ArrayList<>();
        assertThat(new TickPipeline(source(MANY), (page, from, to) -> collect(times, page, from, to), 9999, threads)
                        .run())
                .isTrue();
        assertThat(times).isEqualTo(LongStream.range(0, MANY).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void shouldStopHoweverTheThreadsWait(Waiting waiting) {
        TickPipeline[] pipeline = new TickPipeline[1];
        pipeline[0] = new TickPipeline(
                source(MANY),
                (page, from, to) -> joined(Thread.ofPlatform().start(pipeline[0]::cancel)),
                10,
                RunThreads.DEFAULT.with(waiting));
        assertThat(pipeline[0].run()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void shouldHandOverTheHandlersExceptionHoweverTheThreadsWait(Waiting waiting) {
        IllegalStateException thrown = new IllegalStateException("at the first batch");
        TickBatchHandler failing = (page, from, to) -> {
            throw thrown;
        };
        TickPipeline pipeline = new TickPipeline(source(MANY), failing, 10, RunThreads.DEFAULT.with(waiting));
        assertThatThrownBy(pipeline::run).isSameAs(thrown);
    }

    @Test
    void shouldHandOnThePagesOfASourceAsTheyAre() {
        try (DecodedTicks decoded = DecodedTicks.of(source(MANY))) {
            List<TickPage> pages = new ArrayList<>();
            new TickPipeline(decoded.reader(), (page, from, to) -> pages.add(page), TickPage.DEFAULT_CAPACITY).run();
            assertThat(pages).isEqualTo(decoded.pages()).hasSize(6);
            assertThat(decoded.tickCount()).isEqualTo(MANY);
        }
    }

    @Test
    void shouldEndAtOnceWithoutTicks() {
        List<Long> times = new ArrayList<>();
        assertThat(new TickPipeline(source(0), (page, from, to) -> collect(times, page, from, to), 64).run())
                .isTrue();
        assertThat(times).isEmpty();
    }

    @Test
    void shouldHandTheHandlersExceptionToTheCaller() {
        IllegalStateException thrown = new IllegalStateException("at tick 3000");
        TickPipeline pipeline = new TickPipeline(
                source(MANY),
                (page, from, to) -> {
                    if (page.timeNs(from) >= 3000) {
                        throw thrown;
                    }
                },
                10);
        assertThatThrownBy(pipeline::run).isSameAs(thrown);
    }

    @Test
    void shouldHandTheSourcesExceptionToTheCaller() {
        TickSourceException thrown = new TickSourceException("disk gone", new IOException());
        TickPipeline pipeline = new TickPipeline(new FailingSource(thrown), (page, from, to) -> {}, 10);
        assertThatThrownBy(pipeline::run).isSameAs(thrown);
    }

    @Test
    void shouldStopWhenCancelledFromAnotherThread() {
        List<Long> times = new ArrayList<>();
        TickPipeline[] pipeline = new TickPipeline[1];
        pipeline[0] = new TickPipeline(
                source(MANY),
                (page, from, to) -> {
                    collect(times, page, from, to);
                    if (times.size() == 50) {
                        joined(Thread.ofPlatform().start(pipeline[0]::cancel));
                    }
                },
                10);
        assertThat(pipeline[0].run()).isFalse();
        assertThat(times).hasSize(50);
    }

    @Test
    void shouldTakeInNothingWhenCancelledBeforehand() {
        List<Long> times = new ArrayList<>();
        TickPipeline pipeline = new TickPipeline(source(MANY), (page, from, to) -> collect(times, page, from, to), 10);
        pipeline.cancel();
        assertThat(pipeline.run()).isFalse();
        assertThat(times).isEmpty();
    }

    private static TickSource source(int count) {
        List<Tick> ticks = LongStream.range(0, count)
                .mapToObj(i -> RecordedTicks.quote(i, 1, 2))
                .toList();
        return new RecordedTicks(INSTRUMENT, ticks);
    }

    private static void collect(List<Long> times, TickPage page, int from, int to) {
        for (int i = from; i < to; i++) {
            times.add(page.timeNs(i));
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Hands out one page, then fails.
    private static final class FailingSource implements TickSource {
        private final TickSourceException failure;
        private boolean filled;

        FailingSource(TickSourceException failure) {
            this.failure = failure;
        }

        @Override
        public Instrument instrument() {
            return INSTRUMENT;
        }

        @Override
        public boolean hasTrades() {
            return false;
        }

        @Override
        public String dataDigest() {
            return "";
        }

        @Override
        public long tickCount() {
            return -1;
        }

        @Override
        public boolean fill(TickPage page) {
            if (filled) {
                throw failure;
            }
            page.clear();
            page.appendQuote(0, 1, 2, 0, 0);
            filled = true;
            return true;
        }

        @Override
        public void close() {}
    }
}
