package ai.backtestr.render.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.FxThread;
import ai.backtestr.render.fixture.ListedBars;
import java.util.List;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawingBoardTest {
    private static final long HALF_MINUTE_NS = 30_000_000_000L;

    @ParameterizedTest
    @EnumSource(value = DrawingKind.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void shouldDrawEachKindByClicksAndSelectIt(DrawingKind kind) throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            drawn.board.magnet().set(false);

            drawn.key(kind.key(), false, false, true);
            for (int i = 0; i < kind.anchors(); i++) {
                drawn.click(200 + 150 * i, 200 + 40 * i);
            }

            assertThat(drawn.board.tool().get()).isNull();
            assertThat(drawn.board.set().drawings()).hasSize(1);
            Drawing drawing = drawn.board.selectedDrawing().orElseThrow();
            assertThat(drawing.kind()).isEqualTo(kind);
            for (int i = 0; i < kind.anchors(); i++) {
                Anchor anchor = drawing.anchors().get(i);
                assertThat(drawn.chart.plotView().x(anchor.timeNs())).isCloseTo(200 + 150 * i, Offset.offset(0.01));
                assertThat(drawn.y(anchor.price())).isCloseTo(200 + 40 * i, Offset.offset(0.5));
            }
        });
    }

    @Test
    void shouldDrawInOneDragToo() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            drawn.board.tool().set(DrawingKind.TREND_LINE);

            drawn.drag(200, 200, 400, 300);

            assertThat(drawn.board.set().drawings()).hasSize(1);
            assertThat(drawn.board.tool().get()).isNull();
        });
    }

    /// What is charted tells where the anchor has to be: at the topmost coloured pixel of its bar.
    @ParameterizedTest
    @EnumSource(Zoom.class)
    void shouldStayAtTheHighOfItsBarWhateverIsDoneToTheChart(Zoom zoom) throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            int bar = 1_040;
            drawn.board.tool().set(DrawingKind.TREND_LINE);
            drawn.click(drawn.x(bar) + 2, drawn.y(drawn.bars.high(bar)) - 5);
            drawn.click(drawn.x(bar + 9), 500);
            Anchor anchor = drawn.board.set().drawings().getFirst().anchors().getFirst();
            assertThat(anchor.price()).isEqualTo(drawn.bars.high(bar));
            drawn.board.shown().set(false);

            zoom.apply(drawn);
            drawn.paint();

            double x = drawn.chart.plotView().x(anchor.timeNs());
            double y = drawn.chart.plotView().y(anchor.price());
            assertThat(y).isCloseTo(topOfBar(drawn, x), Offset.offset(1.0));
        });
    }

    enum Zoom {
        NONE,
        OUT,
        IN,
        LOGARITHMIC,
        FLATTER,
        PANNED;

        void apply(DrawnChart drawn) {
            switch (this) {
                case NONE -> {
                    // As it was drawn.
                }
                case OUT -> drawn.chart.navigation().showRange(950, 1_130);
                case IN -> drawn.chart.navigation().showRange(1_035, 1_045);
                case LOGARITHMIC -> drawn.chart.setLogarithmic(true);
                case FLATTER -> drawn.chart.navigation().zoomPrices(0.5);
                case PANNED -> drawn.chart.navigation().panBy(-133);
            }
        }
    }

    private static double topOfBar(DrawnChart drawn, double x) {
        WritableImage image = drawn.chart.snapshot(null, null);
        PixelReader pixels = image.getPixelReader();
        Color up = drawn.chart.plotView().theme().up();
        Color down = drawn.chart.plotView().theme().down();
        for (int y = 61; y < image.getHeight(); y++) {
            Color colour = pixels.getColor((int) Math.round(x - 0.5), y);
            if (colour.equals(up) || colour.equals(down)) {
                return y;
            }
        }
        throw new AssertionError("no bar at " + x);
    }

    @Test
    void shouldSnapToTheNearestPriceOfTheBarAndLeaveFarOnesAlone() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            int bar = 1_020;
            ListedBars.Bar at = drawn.bars.get(bar);
            double x = drawn.x(bar);
            for (double price : List.of(at.open(), at.high(), at.low(), at.close())) {
                Anchor anchor = Magnet.at(drawn.chart.plotView(), x + 3, drawn.y(price), true);
                assertThat(anchor.price()).isEqualTo(price);
                assertThat(anchor.timeNs()).isEqualTo(at.timeNs() + HALF_MINUTE_NS);
            }
            double far = drawn.y(at.high()) - Magnet.REACH - 3;
            assertThat(Magnet.at(drawn.chart.plotView(), x, far, true).price()).isGreaterThan(at.high());
            assertThat(Magnet.at(drawn.chart.plotView(), x, drawn.y(at.high()) - 6, false)
                            .price())
                    .isGreaterThan(at.high());
        });
    }

    @Test
    void shouldTurnTheMagnetAboutWithControlAndKeepALineLevelWithShift() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            int bar = 1_020;
            double high = drawn.bars.high(bar);
            drawn.board.tool().set(DrawingKind.TREND_LINE);
            drawn.mouse(MouseEvent.MOUSE_PRESSED, drawn.x(bar), drawn.y(high) - 6, true, false);
            drawn.mouse(MouseEvent.MOUSE_RELEASED, drawn.x(bar), drawn.y(high) - 6, true, false);
            drawn.mouse(MouseEvent.MOUSE_PRESSED, drawn.x(bar) + 300, drawn.y(high) + 20, false, true);

            List<Anchor> anchors = drawn.board.set().drawings().getFirst().anchors();
            assertThat(anchors.get(0).price()).isGreaterThan(high);
            assertThat(anchors.get(1).price()).isEqualTo(anchors.get(0).price());
        });
    }

    private static Drawing line(DrawnChart drawn) {
        drawn.board.magnet().set(false);
        drawn.board.tool().set(DrawingKind.TREND_LINE);
        drawn.drag(200, 200, 400, 300);
        return drawn.board.set().drawings().getLast();
    }

    @Test
    void shouldMoveAHandleOrAllOfItAndLeaveTheChartWhereItIs() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            Drawing before = line(drawn);
            double left = drawn.chart.plotView().positionAt(0);

            drawn.drag(400, 300, 500, 120);
            Drawing handled = drawn.board.selectedDrawing().orElseThrow();
            assertThat(handled.anchors().get(0)).isEqualTo(before.anchors().get(0));
            assertThat(drawn.chart.plotView().x(handled.anchors().get(1).timeNs()))
                    .isCloseTo(500, Offset.offset(0.01));

            drawn.drag(350, 160, 370, 190);
            Drawing moved = drawn.board.selectedDrawing().orElseThrow();
            assertThat(drawn.chart.plotView().x(moved.anchors().get(0).timeNs()))
                    .isCloseTo(220, Offset.offset(0.01));
            assertThat(drawn.y(moved.anchors().get(1).price())).isCloseTo(150, Offset.offset(1.0));
            assertThat(drawn.chart.plotView().positionAt(0)).isEqualTo(left);
        });
    }

    @Test
    void shouldLeaveTheMouseToTheChartBesideADrawing() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            Drawing before = line(drawn);

            drawn.drag(600, 400, 680, 400);

            assertThat(drawn.board.set().drawings()).containsExactly(before);
            assertThat(drawn.board.selectedDrawing()).isEmpty();
            assertThat(drawn.chart.plotView().x(before.anchors().getFirst().timeNs()))
                    .isCloseTo(280, Offset.offset(0.01));
        });
    }

    @Test
    void shouldObeyTheKeys() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            Drawing first = line(drawn);
            drawn.key(KeyCode.D, false, true, false);
            assertThat(drawn.board.set().drawings()).hasSize(2);
            assertThat(drawn.board.selected().get()).isNotEqualTo(first.id());
            drawn.key(KeyCode.DELETE);
            assertThat(drawn.board.set().drawings()).containsExactly(first);
            drawn.key(KeyCode.Z, false, true, false);
            drawn.key(KeyCode.Z, false, true, false);
            drawn.key(KeyCode.Z, false, true, false);
            assertThat(drawn.board.set().drawings()).isEmpty();
            drawn.key(KeyCode.Z, true, true, false);
            assertThat(drawn.board.set().drawings()).containsExactly(first);
            drawn.key(KeyCode.PAGE_DOWN, true, false, false);
            assertThat(drawn.board.selected().get()).isEqualTo(first.id());
            drawn.key(KeyCode.RIGHT);
            double moved = drawn.chart.plotView().barWidth();
            Drawing now = drawn.board.selectedDrawing().orElseThrow();
            assertThat(drawn.chart.plotView().x(now.anchors().get(1).timeNs()))
                    .isCloseTo(400 + moved, Offset.offset(0.01));
            drawn.key(KeyCode.SPACE);
            drawn.key(KeyCode.UP, true, false, false);
            Drawing tilted = drawn.board.selectedDrawing().orElseThrow();
            assertThat(drawn.y(tilted.anchors().get(0).price())).isCloseTo(180, Offset.offset(1.0));
            assertThat(tilted.anchors().get(1)).isEqualTo(now.anchors().get(1));
            drawn.key(KeyCode.ESCAPE);
            assertThat(drawn.board.selectedDrawing()).isEmpty();
        });
    }

    @Test
    void shouldDrawWithoutAMouse() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            drawn.board.magnet().set(false);
            drawn.key(KeyCode.T, false, false, true);
            drawn.key(KeyCode.ENTER);
            drawn.key(KeyCode.RIGHT, true, false, false);
            drawn.key(KeyCode.DOWN, true, false, false);
            drawn.key(KeyCode.ENTER);

            Drawing drawing = drawn.board.selectedDrawing().orElseThrow();
            Anchor from = drawing.anchors().get(0);
            Anchor to = drawing.anchors().get(1);
            assertThat(to.timeNs() - from.timeNs()).isCloseTo(600_000_000_000L, Offset.offset(1_000L));
            assertThat(drawn.y(to.price()) - drawn.y(from.price())).isCloseTo(20, Offset.offset(1.0));
        });
    }

    @Test
    void shouldGiveUpWhatIsInTheMakingOnEscape() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            drawn.board.tool().set(DrawingKind.CHANNEL);
            drawn.click(200, 200);
            drawn.click(300, 200);
            assertThat(drawn.board.set().drawings()).hasSize(1);

            drawn.key(KeyCode.ESCAPE);

            assertThat(drawn.board.set().drawings()).isEmpty();
            assertThat(drawn.board.set().canUndo()).isFalse();
            drawn.key(KeyCode.ESCAPE);
            assertThat(drawn.board.tool().get()).isNull();
        });
    }

    @Test
    void shouldRestyleTheSelectedDrawingAndThoseToCome() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            line(drawn);
            DrawingStyle red = new DrawingStyle(DrawingStyle.COLOURS.get(4), 3, LinePattern.DASHED);

            drawn.board.restyle(red);

            assertThat(drawn.board.selectedDrawing().orElseThrow().style()).isEqualTo(red);
            assertThat(line(drawn).style()).isEqualTo(red);
        });
    }
}
