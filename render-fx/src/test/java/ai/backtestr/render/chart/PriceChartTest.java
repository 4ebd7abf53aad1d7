package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.ListedBars;
import ai.backtestr.render.fixture.Mouse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PriceChartTest {
    private static PriceChart chart(ListedBars bars) {
        PriceChart chart = new PriceChart();
        chart.setTitle("EURUSD", "1m");
        chart.setBars(bars);
        chart.resize(1_000, 600);
        chart.layout();
        return chart;
    }

    private static PriceChart chart() {
        return chart(ListedBars.randomWalk(5_000, 2));
    }

    private static void wheel(PriceChart chart, double x, double delta) {
        Event.fireEvent(
                chart,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        200,
                        x,
                        200,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static void press(PriceChart chart, KeyCode code) {
        Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static Map<Layer, Long> repaints(PriceChart chart) {
        Map<Layer, Long> repaints = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            repaints.put(layer, chart.repaints(layer));
        }
        return repaints;
    }

    private static Map<Layer, Long> repaintsBy(PriceChart chart, Runnable action) {
        Map<Layer, Long> before = repaints(chart);
        action.run();
        chart.paint();
        Map<Layer, Long> after = repaints(chart);
        after.replaceAll((layer, count) -> count - before.getOrDefault(layer, 0L));
        return after;
    }

    private static Map<Layer, Long> counts(long bars, long trades, long overlay) {
        return Map.of(Layer.BARS, bars, Layer.TRADES, trades, Layer.OVERLAY, overlay);
    }

    @Test
    void shouldRepaintOnlyTheOverlayWhenTheMouseMoves() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();

            Map<Layer, Long> repaints = repaintsBy(chart, () -> Mouse.fire(chart, MouseEvent.MOUSE_MOVED, 300, 200, 0));

            assertThat(repaints).isEqualTo(counts(0, 0, 1));
        });
    }

    @Test
    void shouldNotBeLaidOutAnewWhenTheMouseMoves() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            chart.layout();

            Mouse.fire(chart, MouseEvent.MOUSE_MOVED, 300, 200, 0);
            chart.paint();
            Mouse.fire(chart, MouseEvent.MOUSE_MOVED, 310, 230, 0);
            chart.paint();

            assertThat(chart.isNeedsLayout()).isFalse();
        });
    }

    @Test
    void shouldRepaintNothingWhenNothingChanged() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();

            assertThat(repaintsBy(chart, () -> {})).isEqualTo(counts(0, 0, 0));
        });
    }

    @Test
    void shouldLeaveTheTradesWhenTheFormingBarStaysWithinTheVisiblePrices() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(500, 2);
            PriceChart chart = chart(bars);
            ListedBars.Bar last = bars.get(499);
            bars.replaceLast(new ListedBars.Bar(
                    last.timeNs(), last.open(), last.high(), last.low(), last.open(), last.volume() + 1));

            assertThat(repaintsBy(chart, chart::refresh)).isEqualTo(counts(1, 0, 1));
        });
    }

    @Test
    void shouldRepaintAllWhenTheFormingBarLeavesTheVisiblePrices() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(500, 2);
            PriceChart chart = chart(bars);
            bars.spike(499, 1_000);

            assertThat(repaintsBy(chart, chart::refresh)).isEqualTo(counts(1, 1, 1));
        });
    }

    @Test
    void shouldPaintAtTheNextPulseOfItsOwnAccord() throws Exception {
        PriceChart chart = FxThread.call(PriceChartTest::chart);
        long before = FxThread.call(() -> chart.repaints(Layer.OVERLAY));

        FxThread.run(() -> {
            Mouse.fire(chart, MouseEvent.MOUSE_MOVED, 300, 200, 0);
            Mouse.fire(chart, MouseEvent.MOUSE_MOVED, 301, 200, 0);
        });

        long deadline = System.nanoTime() + 10_000_000_000L;
        while (FxThread.call(() -> chart.repaints(Layer.OVERLAY)) == before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(FxThread.call(() -> chart.repaints(Layer.OVERLAY))).isEqualTo(before + 1);
    }

    @Test
    void shouldPaintInTheSamePulseWhatAnAnimationChanges() throws Exception {
        CompletableFuture<Long> paintedInPulse = new CompletableFuture<>();
        Stage stage = FxThread.call(() -> {
            PriceChart chart = chart();
            Stage shown = new Stage();
            shown.setScene(new Scene(chart, 800, 500));
            shown.show();
            new AnimationTimer() {
                private int pulse;

                @Override
                public void handle(long now) {
                    // By then the window has its size and all that came with it is painted.
                    if (++pulse == 10) {
                        stop();
                        long before = chart.repaints(Layer.BARS);
                        chart.getScene()
                                .addPostLayoutPulseListener(
                                        () -> paintedInPulse.complete(chart.repaints(Layer.BARS) - before));
                        chart.navigation().panBy(10);
                    }
                }
            }.start();
            return shown;
        });

        assertThat(paintedInPulse.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        FxThread.run(stage::close);
    }

    @Test
    void shouldZoomAtTheCursorWithTheWheel() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            chart.navigation().showRange(2_000, 2_200);
            int bar = chart.geometry().viewport().barAt(400);

            wheel(chart, 400, 80);

            assertThat(chart.navigation().visibleBars().to()
                            - chart.navigation().visibleBars().from())
                    .isLessThan(180);
            assertThat(chart.geometry().viewport().barAt(400)).isEqualTo(bar);
        });
    }

    @Test
    void shouldPanWhenDragged() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            VisibleRange before = chart.navigation().visibleBars();

            Mouse.fire(chart, MouseEvent.MOUSE_PRESSED, 300, 200, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_DRAGGED, 460, 200, 1);

            assertThat(chart.navigation().visibleBars().from()).isEqualTo(before.from() - 20);
        });
    }

    @Test
    void shouldObeyTheKeys() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            VisibleRange newest = chart.navigation().visibleBars();

            press(chart, KeyCode.HOME);
            assertThat(chart.navigation().visibleBars().from()).isZero();
            press(chart, KeyCode.RIGHT);
            assertThat(chart.navigation().visibleBars().from()).isPositive();
            press(chart, KeyCode.PLUS);
            assertThat(chart.geometry().viewport().barWidth()).isEqualTo(10);
            press(chart, KeyCode.MINUS);
            press(chart, KeyCode.END);
            assertThat(chart.navigation().visibleBars()).isEqualTo(newest);
        });
    }

    @Test
    void shouldReturnToTheNewestBarsOnDoubleClick() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            VisibleRange newest = chart.navigation().visibleBars();
            chart.navigation().fitAll();

            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, 300, 200, 2);

            assertThat(chart.navigation().visibleBars()).isEqualTo(newest);
        });
    }

    private static List<TradeMarker> tradesEvery(int step, ListedBars bars) {
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 0; i + step < bars.count(); i += step) {
            trades.add(new TradeMarker(
                    true, bars.timeNs(i), bars.close(i), bars.timeNs(i + 5), bars.close(i + 5), i % 3 - 1));
        }
        return trades;
    }

    @Test
    void shouldBringTheSelectedTradeIntoView() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(5_000, 2);
            PriceChart chart = chart(bars);
            chart.setTrades(tradesEvery(50, bars));

            chart.selectTrade(10);

            assertThat(chart.selectedTrade()).isEqualTo(10);
            assertThat(chart.navigation().visibleBars().from()).isLessThanOrEqualTo(500);
            assertThat(chart.navigation().visibleBars().to()).isGreaterThan(505);
        });
    }

    @Test
    void shouldTellWhichTradeWasClicked() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(5_000, 2);
            PriceChart chart = chart(bars);
            List<TradeMarker> newestFirst = tradesEvery(50, bars).reversed();
            chart.setTrades(newestFirst);
            chart.selectTrade(40);
            chart.paint();
            List<Integer> clicked = new ArrayList<>();
            chart.setOnTradeClicked(clicked::add);
            int bar = bars.indexAtOrBefore(newestFirst.get(40).entryTimeNs());
            double x = chart.geometry().viewport().centreX(bar);
            double y = chart.geometry().priceScale().y(newestFirst.get(40).entryPrice());

            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, x, y + 4, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, x, 5, 1);

            assertThat(clicked).containsExactly(40);
        });
    }

    @Test
    void shouldFollowTheNewestBar() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(500, 2);
            PriceChart chart = chart(bars);
            VisibleRange before = chart.navigation().visibleBars();
            bars.add(new ListedBars.Bar(bars.timeNs(499) + 60_000_000_000L, 100, 101, 99, 100, 1));

            chart.refresh();

            assertThat(chart.navigation().visibleBars()).isEqualTo(new VisibleRange(before.from() + 1, 501));
        });
    }

    @Test
    void shouldSayInWordsWhatItShows() throws Exception {
        FxThread.run(() -> {
            ListedBars bars = ListedBars.randomWalk(3, 2);
            bars.replaceLast(new ListedBars.Bar(bars.timeNs(2), 100, 101, 99, 100.5, 1));
            PriceChart chart = chart(bars);

            assertThat(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .isEqualTo("EURUSD 1m, 3 bars from Mon 6 Jan 2020 to Mon 6 Jan 2020 00:02 UTC, last price 100.50");
            assertThat(chart.isFocusTraversable()).isTrue();
        });
    }

    @Test
    void shouldTellHowLongAFrameTook() throws Exception {
        FxThread.run(() -> {
            PriceChart chart = chart();
            List<Long> frames = new ArrayList<>();
            chart.setOnFramePainted(frames::add);

            chart.navigation().fitAll();
            chart.paint();

            assertThat(frames).hasSize(1).allMatch(nanoseconds -> nanoseconds > 0);
        });
    }

    @Test
    void shouldRefuseDecimalsThatNoPriceHas() throws Exception {
        FxThread.run(() -> assertThatThrownBy(() -> new PriceChart().setPriceDecimals(13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13"));
    }
}
