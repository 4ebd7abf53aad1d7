package ai.backtestr.render.history;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.RecordedHistory;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TickFigureSource;
import ai.backtestr.render.series.TickFigures;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class FigureViewTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final SlotAxis axis = new RecordedHistory(10_000, 4, 3).axis(HOUR_NS);

    /// Fails the first time.
    private record FailingOnce(AtomicBoolean hasFailed) implements TickFigureSource {
        @Override
        public boolean figures(long[] startsNs, TickFigures into, int from, int to, BooleanSupplier cancelled) {
            if (!hasFailed.getAndSet(true)) {
                throw new IllegalStateException("the disk is away");
            }
            for (int i = from; i < to; i++) {
                into.set(i, 7, 1, 2, 3, false);
            }
            return true;
        }

        @Override
        public boolean hasTrades() {
            return true;
        }
    }

    @Test
    void shouldTryAgainOnceTheChartHasMovedAfterAReadingThatFailed() {
        List<RuntimeException> problems = new CopyOnWriteArrayList<>();
        try (FigureView view = new FigureView(new FailingOnce(new AtomicBoolean()), () -> {}, problems::add)) {
            view.look(axis, 1, 100, 200);
            view.awaitLoaded();
            view.look(axis, 1, 100, 200);
            view.awaitLoaded();
            assertThat(problems).hasSize(1);

            view.look(axis, 1, 101, 201);
            view.awaitLoaded();

            FigureFrame frame = Objects.requireNonNull(view.frame());
            assertThat(problems).hasSize(1);
            assertThat(frame.figures().volume((int) (150 - frame.first()))).isEqualTo(7);
        }
    }
}
