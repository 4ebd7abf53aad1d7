package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.EquityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What a run tells of itself while it goes on, at the end of each batch.
final class PartsOfRun {
    private final List<BacktestResult> parts = new ArrayList<>();
    private final Consumer<Consumer<BacktestResult>> wish;

    /// @param wish has a run tell the taker at the end of the batch
    PartsOfRun(Consumer<Consumer<BacktestResult>> wish) {
        this.wish = wish;
        wish.accept(this::take);
    }

    private void take(BacktestResult part) {
        parts.add(part);
        wish.accept(this::take);
    }

    List<BacktestResult> all() {
        return parts;
    }

    /// Requires that a part tells what a run comes to that ends there.
    static void requireSame(BacktestResult part, BacktestResult ended, String as) {
        assertThat(part.resultHash()).isEmpty();
        assertThat(part.bars()).isEmpty();
        assertThat(told(part)).as(as).isEqualTo(told(ended));
        assertThat(points(part.equity())).as(as).isEqualTo(points(ended.equity()));
        assertThat(part.statistics().all()).as(as).isEqualTo(ended.statistics().all());
        assertThat(part.statistics().byMonth())
                .as(as)
                .isEqualTo(ended.statistics().byMonth());
    }

    private static List<Object> told(BacktestResult run) {
        return List.of(
                run.ticks(),
                run.rejectedTicks(),
                run.firstNs(),
                run.lastNs(),
                run.fills(),
                run.trades(),
                run.orders(),
                run.rejections(),
                run.marginEvents(),
                run.position(),
                run.gaps());
    }

    private static List<Long> points(EquityCurve curve) {
        List<Long> points = new ArrayList<>();
        IntStream.range(0, curve.count()).forEach(point -> {
            points.add(curve.timeNs(point));
            points.add(curve.equity(point));
        });
        points.addAll(curve.dayEnds());
        points.addAll(curve.dayTimes());
        points.addAll(curve.dayCloses());
        return points;
    }
}
