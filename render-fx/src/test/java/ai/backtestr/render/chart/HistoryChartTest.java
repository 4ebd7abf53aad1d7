package ai.backtestr.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.Mouse;
import ai.backtestr.render.fixture.RecordedHistory;
import ai.backtestr.render.series.SlotAxis;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryChartTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final int FRAMES = 1_000;
    private static final double ACCEPTED_SHARE = 0.005;

    private final RecordedHistory history = new RecordedHistory(60_000, 8, 5);
    private final SlotAxis axis = history.axis(HOUR_NS);

    private PriceChart chart(ChartTheme theme, ChartKind kind, boolean logarithmic) throws Exception {
        return FxThread.call(() -> {
            PriceChart chart = new PriceChart();
            chart.setTheme(theme);
            chart.setKind(kind);
            chart.setLogarithmic(logarithmic);
            chart.setTitle("EURUSD", "1h");
            chart.setPriceDecimals(0);
            chart.setHistory(history, axis);
            chart.resize(800, 450);
            chart.layout();
            return chart;
        });
    }

    private PriceChart chart() throws Exception {
        return chart(ChartTheme.DARK, ChartKind.CANDLES, false);
    }

    private static WritableImage loaded(PriceChart chart) throws Exception {
        while (true) {
            Optional<WritableImage> picture = FxThread.call(() -> ChartPicture.renderComplete(chart));
            if (picture.isPresent()) {
                return picture.get();
            }
            chart.awaitLoaded();
        }
    }

    private static void show(PriceChart chart, double from, double to, SlotAxis axis) throws Exception {
        FxThread.run(() -> chart.navigation().showTimes(axis.timeNs(from), axis.timeNs(to)));
    }

    @ParameterizedTest
    @CsvSource({
        "history-all, DARK, CANDLES, false, 0, 960",
        "history-all-light, LIGHT, CANDLES, false, 0, 960",
        "history-all-log, DARK, CANDLES, true, 0, 960",
        "history-all-line, DARK, LINE, false, 0, 960",
        "history-candles, DARK, CANDLES, false, 300, 380",
        "history-hollow, LIGHT, HOLLOW_CANDLES, false, 300, 380",
        "history-ohlc, DARK, OHLC_BARS, false, 300, 380",
        "history-line, LIGHT, LINE, false, 300, 380",
        "history-area, DARK, AREA, false, 300, 380",
        "history-ticks, DARK, CANDLES, false, 340.1, 340.5",
        "history-ticks-light, LIGHT, CANDLES, false, 340.1, 340.5",
    })
    void shouldLookAsStored(String name, String theme, ChartKind kind, boolean log, double from, double to)
            throws Exception {
        PriceChart chart = chart("DARK".equals(theme) ? ChartTheme.DARK : ChartTheme.LIGHT, kind, log);
        show(chart, from, to, axis);

        assertThat(Pictures.difference(loaded(chart), name)).isLessThan(ACCEPTED_SHARE);
    }

    /// Columns that begin elsewhere by one part in 2^53 would be put together of neighbours.
    @ParameterizedTest
    @CsvSource({"0, 960", "17.3, 711.9", "100, 333.3", "300, 380", "340.1, 340.5"})
    void shouldBeExactInAPictureOfTheSameSize(double from, double to) throws Exception {
        PriceChart chart = chart();
        show(chart, from, to, axis);
        settle(chart);
        FxThread.run(() -> {
            double step = chart.geometry().visible().position(1)
                    - chart.geometry().visible().position(0);
            PriceChart copy = chart.copy(800, 450);
            assertThat(chart.isComplete()).isTrue();
            assertThat(copy.geometry().visible().position(1)
                            - copy.geometry().visible().position(0))
                    .isEqualTo(step);
            assertThat(copy.isComplete()).isTrue();
        });
    }

    @Test
    void shouldNotBeCompleteBeforeItIsPaintedWhereItWasMovedTo() throws Exception {
        PriceChart chart = chart();
        show(chart, 300, 380, axis);
        settle(chart);
        FxThread.run(() -> {
            assertThat(chart.isComplete()).isTrue();
            chart.navigation().showTimes(axis.timeNs(100.0), axis.timeNs(333.0));
            assertThat(chart.isComplete()).isFalse();
        });
        settle(chart);
        assertThat(FxThread.call(chart::isComplete)).isTrue();
    }

    @Test
    void shouldRepaintNothingWhenNothingChanged() throws Exception {
        PriceChart chart = chart();
        settle(chart);
        FxThread.run(() -> {
            long before = chart.repaints(Layer.BARS);
            chart.crosshair().moveTo(300, 200);
            chart.paint();
            chart.paint();
            assertThat(chart.repaints(Layer.BARS)).isEqualTo(before);
        });
    }

    /// Paints until nothing more comes: what is read ahead arrives when it likes.
    private void settle(PriceChart chart) throws Exception {
        long before = -1;
        long now = 0;
        for (int i = 0; i < 50 && now != before; i++) {
            before = now;
            loaded(chart);
            chart.awaitLoaded();
            loaded(chart);
            now = FxThread.call(() -> chart.repaints(Layer.BARS));
        }
    }

    @Test
    void shouldZoomIntoABarAndKeepTheMomentAtTheCursor() throws Exception {
        PriceChart chart = chart();
        show(chart, 300, 380, axis);
        loaded(chart);
        FxThread.run(() -> {
            double position = chart.geometry().viewport().position(400);
            for (int i = 0; i < 300; i++) {
                chart.navigation().zoomAt(400, 1.1);
            }
            assertThat(chart.geometry().viewport().position(400)).isCloseTo(position, Offset.offset(1e-9));
            assertThat(chart.geometry().viewport().visibleBars() * HOUR_NS).isBetween(500_000.0, 1_000_000.0);
        });
    }

    @Test
    void shouldKeepTheTimeOnScreenWhenTheTimeframeChanges() throws Exception {
        PriceChart chart = chart();
        show(chart, 300, 380, axis);
        loaded(chart);
        FxThread.run(() -> {
            chart.setAxis(history.axis(HOUR_NS / 12));
            TimeSpan span = Objects.requireNonNull(chart.navigation().timesOnScreen());
            assertThat(span.fromNs()).isCloseTo(axis.timeNs(300.0), Offset.offset(HOUR_NS / 100));
            assertThat(span.toNs()).isCloseTo(axis.timeNs(380.0), Offset.offset(HOUR_NS / 100));
        });
    }

    @Test
    void shouldScalePricesWhereTheirAxisIsDraggedAndFitThemAgain() throws Exception {
        PriceChart chart = chart();
        loaded(chart);
        FxThread.run(() -> {
            double fitted = chart.geometry().priceScale().value(100);
            Mouse.fire(chart, MouseEvent.MOUSE_PRESSED, 790, 200, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_DRAGGED, 790, 300, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_RELEASED, 790, 300, 1);
            chart.paint();
            assertThat(chart.geometry().priceScale().value(100)).isGreaterThan(fitted);
            Mouse.fire(chart, MouseEvent.MOUSE_CLICKED, 790, 300, 2);
            chart.paint();
            assertThat(chart.geometry().priceScale().value(100)).isEqualTo(fitted);
        });
    }

    @Test
    void shouldScaleTimeWhereItsAxisIsDragged() throws Exception {
        PriceChart chart = chart();
        loaded(chart);
        FxThread.run(() -> {
            double before = chart.geometry().viewport().visibleBars();
            double right = chart.geometry().viewport().right();
            Mouse.fire(chart, MouseEvent.MOUSE_PRESSED, 300, 445, 1);
            Mouse.fire(chart, MouseEvent.MOUSE_DRAGGED, 350, 445, 1);
            assertThat(chart.geometry().viewport().visibleBars()).isLessThan(before);
            assertThat(chart.geometry().viewport().right()).isEqualTo(right);
        });
    }

    @Test
    void shouldPanByAWholeWindowWithControl() throws Exception {
        PriceChart chart = chart();
        show(chart, 300, 380, axis);
        FxThread.run(() -> {
            double before = chart.geometry().viewport().left();
            Event.fireEvent(
                    chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, true, false, false));
            assertThat(chart.geometry().viewport().left() - before).isCloseTo(80, Offset.offset(0.01));
        });
    }

    @Test
    void shouldGoToAMoment() throws Exception {
        PriceChart chart = chart();
        show(chart, 300, 380, axis);
        FxThread.run(() -> {
            chart.navigation().goTo(axis.timeNs(700));
            assertThat(chart.geometry().viewport().left()
                            + chart.geometry().viewport().visibleBars() / 2)
                    .isCloseTo(700, Offset.offset(0.01));
        });
    }

    /// The way to a frame: what is on screen, its scales and its labels. Painting it hands commands to the
    /// toolkit, which keeps them in buffers of its own.
    @Test
    void shouldAllocateNothingForAFrameWhilePanning() throws Exception {
        PriceChart chart = chart();
        show(chart, 300, 420, axis);
        loaded(chart);
        long bytes = FxThread.call(() -> {
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
            chart.geometry().prepare(chart.content());
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
    void shouldSayInWordsWhatAColumnOfPixelsComesTo() throws Exception {
        PriceChart chart = chart();
        FxThread.run(() -> chart.navigation().fitAll());
        loaded(chart);

        String text = FxThread.call(() -> {
            chart.paint();
            chart.crosshair().moveTo(300, 100);
            return String.valueOf(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });

        double step = FxThread.call(
                () -> Objects.requireNonNull(chart.content().history()).step());
        double position = FxThread.call(() -> chart.geometry().viewport().position(300));
        long column = (long) Math.floor(position / step);
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < history.count(); i++) {
            boolean isIn = history.timeNs(i) >= axis.timeNs(column * step)
                    && history.timeNs(i) < axis.timeNs((column + 1) * step);
            highest = isIn ? Math.max(highest, history.bid(i)) : highest;
            lowest = isIn ? Math.min(lowest, history.bid(i)) : lowest;
        }
        assertThat(text)
                .contains(" a pixel, open ")
                .contains(", high %.0f, low %.0f, close ".formatted(highest, lowest));
    }

    @Test
    void shouldSayWhySpreadsAreNotShownOfBarsInMemory() throws Exception {
        PriceChart chart = FxThread.call(PriceChart::new);

        assertThat(FxThread.call(() -> chart.panes().lack(PaneKind.SPREAD))).contains("needs quotes");
        assertThat(FxThread.call(() -> chart.panes().lack(PaneKind.VOLUME))).isEmpty();
    }
}
