package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.MinuteBars;
import ai.backtestr.render.series.EquitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PinnedRunTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    /// Equity that rises by so much with each bar.
    private record Rising(MinuteBars bars, double from, double step) implements EquitySource {
        @Override
        public double value(int index) {
            return from + index * step;
        }

        @Override
        public int count() {
            return bars.count();
        }

        @Override
        public long timeNs(int index) {
            return bars.timeNs(index);
        }
    }

    private static PriceChart chart(MinuteBars bars) {
        PriceChart chart = new PriceChart();
        chart.setBars(bars);
        chart.setEquity(new Rising(bars, 10_000, 1));
        chart.resize(WIDTH, HEIGHT);
        chart.navigation().fitAll();
        chart.layout();
        return chart;
    }

    private static boolean isNear(Color found, Color wanted) {
        return Math.abs(found.getRed() - wanted.getRed()) < 0.25
                && Math.abs(found.getGreen() - wanted.getGreen()) < 0.25
                && Math.abs(found.getBlue() - wanted.getBlue()) < 0.25;
    }

    @Test
    void shouldDrawThePinnedEquityBehindTheLiveOneOnTheSameScale() throws Exception {
        FxThread.run(() -> {
            MinuteBars bars = MinuteBars.random(100, 5);
            PriceChart chart = chart(bars);
            chart.setPinnedEquity(new Rising(bars, 10_000, -2));
            chart.paint();
            PaneBox box = chart.geometry().panes().get(0);

            assertThat(box.lowest()).isEqualTo(9_802);
            assertThat(box.highest()).isEqualTo(10_099);
            assertThat(box.pane().value(0, chart.content(), chart.geometry(), 50.5))
                    .isEqualTo(10_050);
            assertThat(box.pane().value(1, chart.content(), chart.geometry(), 50.5))
                    .isEqualTo(9_900);
            TextParts written = new TextParts();
            box.pane().write(1, 9_900, box, written);
            assertThat(written).hasToString("pinned 9900.00");

            PriceChart copy = chart.copy(WIDTH, HEIGHT);
            PixelReader pixels = copy.snapshot(null, null).getPixelReader();
            double x = copy.geometry().viewport().centreX(50);
            double y = copy.geometry().panes().get(0).scale().y(9_900);
            Color quiet = ChartTheme.DARK.axisText();
            assertThat(IntStream.rangeClosed(-2, 2)
                            .anyMatch(dy -> isNear(pixels.getColor((int) x, (int) y + dy), quiet)))
                    .isTrue();

            chart.setPinnedEquity(null);
            chart.paint();
            assertThat(box.lowest()).isEqualTo(10_000);
            assertThat(box.pane().value(1, chart.content(), chart.geometry(), 50.5))
                    .isNaN();
        });
    }

    @Test
    void shouldDrawThePinnedTradesDimmedBehindTheOthers() throws Exception {
        FxThread.run(() -> {
            MinuteBars bars = MinuteBars.random(100, 5);
            PriceChart chart = chart(bars);
            GhostTrades ghosts = new GhostTrades(chart);
            assertThat(ghosts.isShown()).isFalse();
            TradeMarker trade =
                    new TradeMarker(true, bars.timeNs(20), bars.low(20), bars.timeNs(80), bars.high(80), 12);
            ghosts.show(TradeMarks.of(List.of(trade)));
            PriceChart copy = chart.copy(WIDTH, HEIGHT);
            PixelReader pixels = copy.snapshot(null, null).getPixelReader();
            double x = copy.plotView().x(trade.entryTimeNs());
            double y = copy.plotView().y(trade.entryPrice()) + 5 * 1.7;
            Color quiet = ChartTheme.DARK.background().interpolate(ChartTheme.DARK.axisText(), 0.55);
            assertThat(ghosts.isShown()).isTrue();
            assertThat(ghosts.isBehindTrades()).isTrue();
            assertThat(IntStream.rangeClosed(-2, 2)
                            .anyMatch(dy -> isNear(pixels.getColor((int) x, (int) y + dy), quiet)))
                    .isTrue();
            ghosts.show(TradeMarks.NONE);
            assertThat(ghosts.isShown()).isFalse();
        });
    }

    /// Among a position held all along, and many trades that were over before.
    @Test
    void shouldDrawThePinnedTradesThatHaveRoomBesideOneHeldAllAlong() throws Exception {
        FxThread.run(() -> {
            MinuteBars bars = MinuteBars.random(2_000, 5);
            PriceChart chart = chart(bars);
            chart.navigation().showRange(1_900, 2_000);
            chart.paint();
            TradeMarker trade = marker(bars, 1_920, 1_980);
            List<TradeMarker> all = new ArrayList<>(List.of(marker(bars, 0, 1_999), trade));
            IntStream.range(1, 1_800).forEach(bar -> all.add(marker(bars, bar, bar + 1)));
            new GhostTrades(chart).show(TradeMarks.of(all));
            PriceChart copy = chart.copy(WIDTH, HEIGHT);
            PixelReader pixels = copy.snapshot(null, null).getPixelReader();
            double x = copy.plotView().x(trade.entryTimeNs());
            double y = copy.plotView().y(trade.entryPrice()) + 5 * 1.7;
            Color quiet = ChartTheme.DARK.background().interpolate(ChartTheme.DARK.axisText(), 0.55);
            assertThat(IntStream.rangeClosed(-2, 2)
                            .anyMatch(dy -> isNear(pixels.getColor((int) x, (int) y + dy), quiet)))
                    .isTrue();
        });
    }

    private static TradeMarker marker(MinuteBars bars, int entry, int exit) {
        return new TradeMarker(true, bars.timeNs(entry), bars.low(entry), bars.timeNs(exit), bars.high(exit), 12);
    }

    @Test
    void shouldTellInTheLegendWhatEachRunStandsAt() throws Exception {
        FxThread.run(() -> {
            MinuteBars bars = MinuteBars.random(101, 5);
            EquityOverlay overlay = new EquityOverlay();
            overlay.resize(1_084, 300); // a thousand pixels for the curves
            overlay.layout();
            overlay.show(
                    List.of(
                            new EquityLine("first", new Rising(bars, 100, 1), true),
                            new EquityLine("second", new Rising(bars, 100, -1), false)),
                    "%");
            assertThat(overlay.texts(-1)).containsExactly("first  200.00%", "second  0.00%");
            assertThat(overlay.texts(500)).containsExactly("first  150.00%", "second  50.00%");
            assertThat(overlay.colour(0)).isEqualTo(ChartTheme.DARK.axisText());
            assertThat(overlay.getAccessibleText()).contains("first  200.00%");
        });
    }
}
