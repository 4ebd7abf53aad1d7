package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.MinuteBars;
import ai.backtestr.render.fixture.Mouse;
import ai.backtestr.render.fixture.RecordedHistory;
import ai.backtestr.render.indicator.IndicatorFrame;
import ai.backtestr.render.indicator.IndicatorSetting;
import ai.backtestr.render.series.EquitySource;
import ai.backtestr.render.series.SlotAxis;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ChartPanesTest {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 700;
    private static final int FRAMES = 2_000;
    private static final Color MARK = Color.MAGENTA;

    private static PriceChart chart(MinuteBars bars) {
        PriceChart chart = new PriceChart();
        chart.setTitle("TEST", "1m");
        chart.setBars(bars);
        chart.panes().setBars(bars, Timeframe.ONE_MINUTE);
        chart.resize(WIDTH, HEIGHT);
        chart.layout();
        return chart;
    }

    private static IndicatorSetting setting(String spec) {
        return IndicatorSetting.of(IndicatorSpec.parse(spec)).in(List.of(MARK));
    }

    private static PriceChart chartWith(MinuteBars bars, String... specs) throws Exception {
        PriceChart chart = FxThread.call(() -> {
            PriceChart made = chart(bars);
            for (String spec : specs) {
                made.panes().add(setting(spec));
            }
            made.paint();
            return made;
        });
        chart.awaitLoaded();
        FxThread.run(() -> {});
        FxThread.run(chart::paint);
        return chart;
    }

    private static PixelReader picture(PriceChart chart) throws Exception {
        Image image = FxThread.call(() -> ChartPicture.render(chart, WIDTH, HEIGHT));
        return image.getPixelReader();
    }

    /// Returns where things lie in a picture of the chart, whose axis can be narrower than on screen.
    private static ChartGeometry pictured(PriceChart chart) throws Exception {
        return FxThread.call(() -> chart.copy(WIDTH, HEIGHT).geometry());
    }

    private static boolean isMarked(PixelReader pixels, double x, double y) {
        for (int dy = -2; dy <= 2; dy++) {
            int argb = pixels.getArgb((int) x, (int) Math.clamp(y + dy, 0, HEIGHT - 1.0));
            int red = argb >> 16 & 0xFF;
            int green = argb >> 8 & 0xFF;
            int blue = argb & 0xFF;
            if (red > 120 && blue > 120 && green < red - 60) {
                return true;
            }
        }
        return false;
    }

    private static double mean(MinuteBars bars, int last, int count) {
        double sum = 0;
        for (int i = last - count + 1; i <= last; i++) {
            sum += bars.close(i);
        }
        return sum / count;
    }

    @Test
    void shouldDrawAnAverageAtItsValueOverEveryBar() throws Exception {
        MinuteBars bars = MinuteBars.random(500, 3);
        PriceChart chart = chartWith(bars, "sma:20");
        PixelReader pixels = picture(chart);

        ChartGeometry geometry = pictured(chart);
        VisibleRange range = chart.navigation().visibleBars();
        for (int bar = range.from() + 1; bar < range.to(); bar++) {
            double x = geometry.viewport().centreX(bar);
            double y = geometry.priceScale().y(mean(bars, bar, 20));
            assertThat(isMarked(pixels, x, y)).as("bar %d", bar).isTrue();
        }
    }

    @Test
    void shouldReachFromTheLowestToTheHighestValueOfEachColumnWhenZoomedOut() throws Exception {
        MinuteBars bars = MinuteBars.random(20_000, 4);
        PriceChart chart = chartWith(bars, "momentum:1");
        FxThread.run(() -> {
            chart.navigation().fitAll();
            chart.paint(); // which may widen the axis
            chart.navigation().fitAll();
            chart.paint();
        });
        PixelReader pixels = picture(chart);
        ChartGeometry geometry = pictured(chart);
        ValueScale scale = geometry.panes().get(0).scale();

        for (int x = 300; x < 600; x += 7) {
            int from = (int) Math.ceil(geometry.viewport().position(x) - 0.5);
            int to = (int) Math.ceil(geometry.viewport().position(x + 1.0) - 0.5);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int bar = from; bar < to; bar++) {
                low = Math.min(low, bars.close(bar) - bars.close(bar - 1));
                high = Math.max(high, bars.close(bar) - bars.close(bar - 1));
            }
            for (double y = scale.y(high) + 1; y < scale.y(low) - 1; y++) {
                assertThat(isMarked(pixels, x, y)).as("column %d at %s", x, y).isTrue();
            }
        }
    }

    @Test
    void shouldPaintNothingWhenNothingHasChanged() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 5), "rsi:14", "bollinger");

        FxThread.run(() -> {
            long before = chart.repaints(Layer.BARS) + chart.repaints(Layer.OVERLAY);
            chart.paint();
            assertThat(chart.repaints(Layer.BARS) + chart.repaints(Layer.OVERLAY))
                    .isEqualTo(before);
        });
    }

    @Test
    void shouldAllocateNothingForAFrameWhilePanning() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(5_000, 14), "rsi:14", "macd", "bollinger");
        long bytes = FxThread.call(() -> {
            chart.panes().show(PaneKind.VOLUME, true);
            chart.navigation().showRange(2_000, 2_100);
            chart.paint();
            pan(chart);
            pan(chart);
            long before = allocatedBytes();
            pan(chart);
            return allocatedBytes() - before;
        });

        assertThat(bytes / FRAMES).isLessThan(16);
    }

    private static void pan(PriceChart chart) {
        for (int i = 0; i < FRAMES; i++) {
            chart.geometry().viewport().panBy(i % 100 < 50 ? 1 : -1);
            chart.prepare();
        }
    }

    /// Asks the running machine, whose module this one has no other need of.
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method bytes = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        return (long) bytes.invoke(threads);
    }

    @Test
    void shouldFollowChangedParameters() throws Exception {
        MinuteBars bars = MinuteBars.random(500, 6);
        PriceChart chart = chartWith(bars, "sma:20");
        FxThread.run(() -> {
            ChartIndicator indicator = chart.panes().indicators().getFirst();
            chart.panes().change(indicator, setting("sma:5"));
            chart.paint();
        });
        chart.awaitLoaded();
        FxThread.run(() -> {});

        IndicatorFrame frame =
                Objects.requireNonNull(chart.panes().indicators().getFirst().frame());
        assertThat(frame.value(0, 400)).isCloseTo(mean(bars, 400, 5), within(1e-9));
    }

    @Test
    void shouldResizePanesByDraggingTheirEdge() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 7), "rsi:14", "atr:14");
        FxThread.run(() -> {
            PaneBoxes panes = chart.geometry().panes();
            double top = panes.get(1).top();
            double price = chart.geometry().layout().priceBottom();
            double upper = panes.get(0).height();
            Mouse.fire(chart, MouseEvent.MOUSE_PRESSED, 300, top, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_DRAGGED, 300, top + 30, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_RELEASED, 300, top + 30, 1);

            assertThat(panes.get(0).height()).isCloseTo(upper + 30, within(2.0));
            assertThat(chart.geometry().layout().priceBottom()).isCloseTo(price, within(2.0));
        });
    }

    @Test
    void shouldZoomThePaneWhoseAxisIsDraggedAlone() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 7), "rsi:14", "atr:14");
        FxThread.run(() -> {
            PaneBox upper = chart.geometry().panes().get(0);
            PaneBox lower = chart.geometry().panes().get(1);
            double middle = (upper.highest() + upper.lowest()) / 2;
            double spread = upper.highest() - upper.lowest();
            double spreadOfLower = lower.highest() - lower.lowest();
            double price = chart.geometry().priceScale().value(100);
            double axis = chart.geometry().layout().plotRight() + 20;

            Mouse.drag(chart, axis, upper.top() + 40, 0, -100);
            chart.paint();
            assertThat(upper.highest() - upper.lowest()).isCloseTo(spread / Math.exp(0.5), within(1e-9));
            assertThat((upper.highest() + upper.lowest()) / 2).isCloseTo(middle, within(1e-9));
            assertThat(lower.highest() - lower.lowest()).isEqualTo(spreadOfLower);
            assertThat(chart.geometry().priceScale().value(100)).isEqualTo(price);

            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, axis, upper.top() + 40, 2);
            chart.paint();
            assertThat(upper.highest() - upper.lowest()).isEqualTo(spread);

            chart.panes().zoom(1, 2); // the first is the equity's, not shown without a run
            chart.paint();
            assertThat(upper.highest() - upper.lowest()).isCloseTo(spread / 2, within(1e-9));
            chart.navigation().reset();
            chart.paint();
            assertThat(chart.geometry().panes().get(0).isZoomed()).isFalse();
        });
    }

    @Test
    void shouldKeepZoomedValuesWithinTheirPane() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 7), "rsi:14", "atr:14");
        PixelReader before = picture(chart);
        FxThread.run(() -> chart.panes().zoom(1, 8));
        PixelReader after = picture(chart);
        ChartGeometry geometry = pictured(chart);
        PaneBox zoomed = geometry.panes().get(0);

        int within = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (before.getArgb(x, y) != after.getArgb(x, y)) {
                    assertThat(y).isBetween((int) zoomed.top(), (int) zoomed.bottom());
                    within++;
                }
            }
        }
        assertThat(zoomed.isZoomed()).isTrue();
        assertThat(within).isPositive();
    }

    @Test
    void shouldKeepVolumesOnTheirFloorWhenZoomed() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 7));
        FxThread.run(() -> {
            chart.panes().show(PaneKind.VOLUME, true);
            chart.paint();
            PaneBox volumes = chart.geometry().panes().get(0);
            double highest = volumes.highest();
            chart.panes().zoom(1, 4);
            chart.paint();

            assertThat(volumes.lowest()).isZero();
            assertThat(volumes.highest()).isCloseTo(highest / 4, within(1e-9));
        });
    }

    @Test
    void shouldMoveCollapseAndClosePanes() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 8), "rsi:14", "atr:14");
        FxThread.run(() -> {
            ChartPanes panes = chart.panes();
            panes.show(PaneKind.VOLUME, true);
            assertThat(panes.titles()).containsExactly("Equity", "RSI 14", "ATR 14", "Volume");
            panes.move(3, -1);
            panes.setCollapsed(1, true);
            chart.paint();
            assertThat(panes.titles()).containsExactly("Equity", "RSI 14", "Volume", "ATR 14");
            // Without a run there is no equity to show.
            assertThat(chart.geometry().panes().get(0).height()).isEqualTo(PaneBoxes.COLLAPSED_HEIGHT);
            panes.close(1);
            assertThat(panes.titles()).containsExactly("Equity", "Volume", "ATR 14");
            assertThat(panes.indicators()).hasSize(1);
        });
    }

    @Test
    void shouldBringAnArrangementBack() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 9), "rsi:14", "ema:50");
        FxThread.run(() -> {
            chart.panes().show(PaneKind.DRAWDOWN, true);
            chart.panes().setCollapsed(1, true);
            ChartArrangement left = chart.panes().arrangement();
            PriceChart other = chart(MinuteBars.random(500, 9));
            other.panes().arrange(left);

            assertThat(other.panes().arrangement()).isEqualTo(left);
            assertThat(other.panes().titles()).containsExactly("Equity", "RSI 14", "Drawdown");
            assertThat(other.panes().isCollapsed(1)).isTrue();
        });
    }

    @Test
    void shouldEditAndRemoveByTheLegend() throws Exception {
        PriceChart chart = chartWith(MinuteBars.random(500, 10), "ema:50");
        List<ChartIndicator> edited = new ArrayList<>();
        FxThread.run(() -> {
            chart.panes().setOnEdit(edited::add);
            double y = Legend.HEIGHT + LegendRow.HEIGHT / 2;
            Mouse.fire(chart, MouseEvent.MOUSE_MOVED, 20, y, 0);
            chart.paint();
            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, 20, y, 2);
            assertThat(edited).hasSize(1);
            double x = 20;
            while (chart.legends().at(x, y).part() != LegendRow.Part.CLOSE) {
                x++;
                assertThat(x).isLessThan(WIDTH);
            }
            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, x + 5, y, 1);
            assertThat(chart.panes().indicators()).isEmpty();
        });
    }

    @Test
    void shouldLabelPricesByPercentsOfTheFirstOnScreen() throws Exception {
        MinuteBars bars = MinuteBars.random(500, 11);
        FxThread.run(() -> {
            PriceChart chart = chart(bars);
            chart.setPercent(true);
            chart.paint();
            double first = bars.close(chart.navigation().visibleBars().from());

            assertThat(chart.geometry().axisTicks().format(first)).isEqualTo("0.00%");
            assertThat(chart.geometry().axisTicks().format(first * 1.0125)).isEqualTo("+1.25%");
            assertThat(chart.geometry().axisTicks().format(first * 0.99)).isEqualTo("-1.00%");
        });
    }

    @Test
    void shouldSumUpVolumesOfColumns() throws Exception {
        MinuteBars bars = MinuteBars.random(20_000, 12);
        PriceChart chart = chartWith(bars);
        FxThread.run(() -> {
            chart.panes().show(PaneKind.VOLUME, true);
            chart.navigation().fitAll();
            chart.paint(); // which may widen the axis
            chart.navigation().fitAll();
            chart.paint();
            ChartGeometry geometry = chart.geometry();
            LowerPane pane = geometry.panes().get(0).pane();
            double all = 0;
            for (int i = 0; i < geometry.visible().count(); i++) {
                double middle =
                        (geometry.visible().position(i) + geometry.visible().position(i + 1)) / 2;
                all += pane.value(0, chart.content(), geometry, middle);
            }
            double expected = 0;
            for (int i = 0; i < bars.count(); i++) {
                expected += bars.volume(i);
            }
            assertThat(all).isEqualTo(expected);
        });
    }

    @Test
    void shouldShowHowFarTheEquityLiesBelowItsPeak() throws Exception {
        MinuteBars bars = MinuteBars.random(100, 13);
        double[] equity = {1_000, 1_100, 990, 1_045, 1_200};
        FxThread.run(() -> {
            PriceChart chart = chart(bars);
            chart.setEquity(new EquitySource() {
                @Override
                public double value(int index) {
                    return equity[index];
                }

                @Override
                public int count() {
                    return equity.length;
                }

                @Override
                public long timeNs(int index) {
                    return bars.timeNs(index * 10);
                }
            });
            chart.panes().show(PaneKind.DRAWDOWN, true);
            chart.navigation().fitAll();
            chart.paint();
            LowerPane pane = chart.geometry().panes().get(1).pane();

            assertThat(pane.value(0, chart.content(), chart.geometry(), 15)).isZero();
            assertThat(pane.value(0, chart.content(), chart.geometry(), 25)).isCloseTo(-10, within(1e-12));
            assertThat(pane.value(0, chart.content(), chart.geometry(), 35)).isCloseTo(-5, within(1e-12));
            assertThat(pane.value(0, chart.content(), chart.geometry(), 99)).isZero();
        });
    }

    @Test
    void shouldLayOtherInstrumentsOverThePricesByPercents() throws Exception {
        RecordedHistory own = new RecordedHistory(20_000, 2, 1);
        RecordedHistory other = new RecordedHistory(20_000, 2, 2);
        RecordedHistory third = new RecordedHistory(20_000, 2, 3);
        SlotAxis axis = own.axis(3_600_000_000_000L);
        PriceChart chart = FxThread.call(() -> {
            PriceChart made = new PriceChart();
            made.setHistory(own, axis);
            made.compare("OTHER", other, 2, false);
            made.compare("THIRD", third, 2, false);
            made.compare("FOURTH", third, 2, true);
            made.setPercent(true);
            made.resize(WIDTH, HEIGHT);
            made.layout();
            made.navigation().fitAll();
            made.paint();
            return made;
        });
        chart.awaitLoaded();
        FxThread.run(() -> {});
        FxThread.run(chart::paint);

        FxThread.run(() -> {
            ValueScale scale = chart.geometry().priceScale();
            ChartLayout layout = chart.geometry().layout();
            for (ComparedInstrument compared : chart.content().compared().subList(0, 2)) {
                assertThat(compared.isComplete()).isTrue();
                double low = compared.asOwn(compared.lowest());
                double high = compared.asOwn(compared.highest());
                assertThat(scale.y(low)).isLessThanOrEqualTo(layout.priceFloor() + 1e-6);
                assertThat(scale.y(high)).isGreaterThanOrEqualTo(layout.priceTop() - 1e-6);
            }
            assertThat(chart.comparedNames()).containsExactly("OTHER", "THIRD", "FOURTH");
            assertThat(chart.content().compared().stream()
                            .map(ComparedInstrument::colour)
                            .distinct())
                    .hasSize(3);

            Color colour = chart.content().compared().get(1).colour();
            chart.endComparison("THIRD");
            assertThat(chart.comparedNames()).containsExactly("OTHER", "FOURTH");
            chart.compare("FIFTH", third, 2, false); // takes the place that is free
            assertThat(chart.content().compared().getLast().colour()).isEqualTo(colour);
            chart.compare("OTHER", other, 2, true); // instead of that by percents
            assertThat(chart.comparedNames()).containsExactly("FOURTH", "FIFTH", "OTHER");
            chart.closeHistory();
            assertThat(chart.comparedNames()).isEmpty();
        });
    }

    @Test
    void shouldSayInWordsWhatIndicatorsAndTheSelectedTradeAre() throws Exception {
        MinuteBars bars = MinuteBars.random(300, 7);
        PriceChart chart = chartWith(bars, "sma:2", "rsi:5");

        String text = FxThread.call(() -> {
            chart.setTrades(List.of(new TradeMarker(false, bars.timeNs(10), 1.5, bars.timeNs(20), 1.25, 2.5)));
            chart.selectTrade(0);
            chart.navigation().showTimes(bars.timeNs(250), bars.timeNs(299));
            chart.paint();
            chart.crosshair().moveTo(500, 100);
            return String.valueOf(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });

        int bar = FxThread.call(() -> chart.geometry().viewport().barAt(500));
        double mean = (bars.close(bar) + bars.close(bar - 1)) / 2;
        assertThat(text)
                .contains("SMA")
                .contains("RSI")
                .contains(FxThread.call(() -> chart.geometry().priceTicks().format(mean)));
        assertThat(text).contains("Selected trade: short from ").endsWith("profit +2.50");
    }
}
