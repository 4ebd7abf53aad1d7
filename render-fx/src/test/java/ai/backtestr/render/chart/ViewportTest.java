package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static Viewport viewport(int count, double width) {
        Viewport viewport = new Viewport();
        viewport.resize(width);
        viewport.restart(count);
        return viewport;
    }

    @Test
    void shouldBeginWithTheNewestBarsAndAMargin() {
        Viewport viewport = viewport(1_000, 800);

        assertThat(viewport.visibleBars()).isEqualTo(100);
        assertThat(viewport.right()).isEqualTo(1_006);
    }

    @Test
    void shouldKeepTheBarUnderTheCursorWhenZooming() {
        Viewport viewport = viewport(10_000, 800);
        viewport.showRange(4_000, 4_200);
        double before = viewport.position(300);

        viewport.zoomAt(300, 1.7);
        viewport.zoomAt(300, 0.4);

        assertThat(viewport.position(300)).isCloseTo(before, within(1e-9));
    }

    @Test
    void shouldKeepHalfOfTheWindowOverBarsHoweverFarItIsPanned() {
        Viewport viewport = viewport(1_000, 800);

        viewport.panBy(-1e9);
        assertThat(viewport.left()).isEqualTo(950);
        viewport.panBy(1e9);
        assertThat(viewport.right()).isEqualTo(50);
    }

    @Test
    void shouldHoldItsLimitsWhateverIsDoneToIt() {
        long seed = System.nanoTime();
        System.out.println("ViewportTest seed " + seed);
        Random random = new Random(seed);
        Viewport viewport = viewport(5_000, 900);
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> viewport.zoomAt(random.nextDouble() * 900, Math.exp(random.nextGaussian()));
                case 1 -> viewport.panBy(random.nextGaussian() * 2_000);
                case 2 -> viewport.resize(100 + random.nextInt(2_000));
                default -> viewport.grow(viewport.count() + random.nextInt(3));
            }
            assertThat(viewport.firstVisible()).as("seed " + seed).isBetween(0, viewport.count());
            assertThat(viewport.endVisible()).as("seed " + seed).isBetween(viewport.firstVisible(), viewport.count());
            assertThat(viewport.left()).as("seed " + seed).isLessThanOrEqualTo(viewport.count());
            assertThat(viewport.barWidth()).as("seed " + seed).isPositive();
            assertThat(viewport.visibleBars()).as("seed " + seed).isGreaterThan(2.9);
        }
    }

    @Test
    void shouldFollowTheNewestBarOnlyWhileItIsOnScreen() {
        Viewport viewport = viewport(1_000, 800);
        viewport.grow(1_003);
        assertThat(viewport.right()).isEqualTo(1_009);

        viewport.panBy(500);
        double left = viewport.left();
        viewport.grow(1_004);
        assertThat(viewport.left()).isEqualTo(left);
    }

    @Test
    void shouldShowTheWholeOfAnAskedRange() {
        Viewport viewport = viewport(100_000, 1_000);

        viewport.showRange(0, 100_000);

        assertThat(viewport.firstVisible()).isZero();
        assertThat(viewport.endVisible()).isEqualTo(100_000);
    }

    @Test
    void shouldKeepARangeAskedForBeforeItsWidthWasKnown() {
        Viewport viewport = new Viewport();
        viewport.restart(50_000);
        viewport.showRange(0, 50_000);

        viewport.resize(1_444);

        assertThat(viewport.left()).isCloseTo(0, within(1e-6));
        assertThat(viewport.right()).isCloseTo(50_000, within(1e-6));
    }

    @Test
    void shouldHoldARangeInEveryWidthUntilSomethingElseIsShown() {
        Viewport viewport = viewport(50_000, 800);
        viewport.hold(1_000, 1_250);

        for (double width : new double[] {1_444, 90, 333.5, 1_200}) {
            viewport.resize(width);
            assertThat(viewport.left()).isCloseTo(1_000, within(1e-6));
            assertThat(viewport.right()).isCloseTo(1_250, within(1e-6));
        }
        viewport.panBy(0);
        double barWidth = viewport.barWidth();
        viewport.resize(600);

        assertThat(viewport.barWidth()).isEqualTo(barWidth);
        assertThat(viewport.right()).isCloseTo(1_250, within(1e-6));
    }

    @Test
    void shouldPutFewBarsAtTheRightEnd() {
        Viewport viewport = viewport(3, 800);

        assertThat(viewport.right()).isEqualTo(9);
        assertThat(viewport.barAt(0)).isZero();
        assertThat(viewport.barAt(799)).isEqualTo(2);
    }
}
