package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisibleTradesTest {
    private static final int BARS = 1_000_000;
    private static final double WIDTH = 1_400;
    private static final double PIXELS_PER_TRADE = 14;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final VisibleTrades visible = new VisibleTrades(PIXELS_PER_TRADE);

    private static Viewport window(double from, double to) {
        Viewport viewport = new Viewport();
        viewport.resize(WIDTH);
        viewport.restart(BARS);
        viewport.showRange(from, to);
        return viewport;
    }

    private int made; // so that no two are equal

    private TradeMarker trade(int entry, int exit) {
        return new TradeMarker(true, entry, 1, exit, 1, made++);
    }

    private static TradeSet set(List<TradeMarker> trades) {
        TradeSet set = new TradeSet(TradeMarks.of(trades));
        set.locate(Math::toIntExact, 0);
        return set;
    }

    private Set<TradeMarker> found(TradeSet set, Viewport viewport) {
        visible.find(set, viewport);
        Set<TradeMarker> found = new HashSet<>();
        for (int i = 0; i < visible.count(); i++) {
            found.add(set.trade(visible.rank(i)));
        }
        assertThat(found).as("seed %d, each once", seed).hasSize(visible.count());
        return found;
    }

    @Test
    void shouldPaintAllTradesOnScreenBesideOneThatIsHeldAllAlong() {
        List<TradeMarker> trades = new ArrayList<>();
        trades.add(trade(0, BARS - 1));
        for (int entry = 10; entry < BARS - 10; entry += 40 + random.nextInt(20)) {
            trades.add(trade(entry, entry + 1 + random.nextInt(100)));
        }
        TradeSet set = set(trades);
        for (int round = 0; round < 50; round++) {
            Viewport viewport = window(random.nextInt(BARS - 2_000), 0);
            viewport.showRange(viewport.left(), viewport.left() + 1_000 + random.nextInt(500));
            Set<TradeMarker> expected = new HashSet<>();
            for (TradeMarker trade : trades) {
                if (trade.entryTimeNs() < viewport.endVisible() && trade.exitTimeNs() >= viewport.firstVisible()) {
                    expected.add(trade);
                }
            }

            assertThat(found(set, viewport)).as("seed %d", seed).isEqualTo(expected);
            assertThat(visible.isCoarse()).isFalse();
        }
    }

    @Test
    void shouldLeaveOutOnlyWhatBeginsTooClose() {
        List<TradeMarker> trades = new ArrayList<>();
        List<TradeMarker> apart = List.of(trade(1_005, 1_010), trade(1_100, 1_120), trade(1_300, 1_310));
        for (int i = 0; i < 5_000; i++) {
            trades.add(trade(1_600 + random.nextInt(300), 1_950));
        }
        trades.addAll(apart);
        TradeSet set = set(trades);

        assertThat(found(set, window(1_000, 2_000))).containsAll(apart).hasSizeLessThan(20);
        assertThat(visible.isCoarse()).isTrue();
        assertThat(visible.isTooDense(set, 1_700)).isTrue();
        assertThat(visible.isTooDense(set, 1_100)).isFalse();
    }

    @Test
    void shouldPaintNoMoreThanThereIsRoomForHoweverManyAreHeld() {
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            trades.add(trade(random.nextInt(1_000), BARS - 1));
        }
        TradeMarker within = trade(5_000, 5_010);
        trades.add(within);

        assertThat(found(set(trades), window(4_000, 6_000)))
                .as("seed %d", seed)
                .contains(within)
                .hasSizeLessThanOrEqualTo((int) (WIDTH / PIXELS_PER_TRADE) + 10);
    }

    @Test
    void shouldPaintTheSameTradesWhileTheChartIsPanned() {
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int entry = (int) Math.abs(2_000 + 300 * random.nextGaussian());
            trades.add(trade(entry, entry));
        }
        TradeSet set = set(trades);
        Viewport viewport = window(1_500, 2_500);
        Set<TradeMarker> before = found(set, viewport);
        int from = viewport.firstVisible();

        viewport.panBy(-40);

        Set<TradeMarker> now = found(set, viewport);
        int end = viewport.endVisible();
        assertThat(visible.isCoarse()).isTrue();
        before.removeIf(trade -> trade.entryTimeNs() < viewport.firstVisible());
        now.removeIf(trade -> trade.entryTimeNs() >= end - (viewport.firstVisible() - from));
        assertThat(now).as("seed %d", seed).isEqualTo(before);
    }
}
