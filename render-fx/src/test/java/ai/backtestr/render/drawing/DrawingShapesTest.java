package ai.backtestr.render.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.FxThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingShapesTest {
    private static final Offset<Double> TINY = Offset.offset(1e-9);

    private static Drawing drawing(long id, DrawingKind kind, Anchor... anchors) {
        return new Drawing(id, kind, List.of(anchors), DrawingStyle.DEFAULT, "");
    }

    /// The usual table: a rise from 1.1000 to 1.2000, retraced.
    @ParameterizedTest
    @CsvSource({"0, 1.2", "0.236, 1.1764", "0.382, 1.1618", "0.5, 1.15", "0.618, 1.1382", "0.786, 1.1214", "1, 1.1"})
    void shouldRetraceByTheUsualLevels(double level, double price) {
        assertThat(Fibonacci.LEVELS).contains(level);
        assertThat(Fibonacci.price(1.1, 1.2, level)).isCloseTo(price, TINY);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1500000000, 1.500 s",
        "90000000000, 1 min 30 s",
        "-7200000000000, -2 h",
        "93600000000000, 1 d 2 h",
    })
    void shouldTellALengthOfTimeInItsTwoLargestUnits(long ns, String text) {
        assertThat(Measurement.length(ns)).isEqualTo(text);
    }

    @Test
    void shouldMeasurePricePercentBarsAndTime() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            Anchor from = new Anchor(drawn.bars.timeNs(1_000), 100);
            Anchor to = new Anchor(drawn.bars.timeNs(1_090), 98.75);
            Sketch sketch = new Sketch(drawing(1, DrawingKind.MEASURE, from, to));

            sketch.label(drawn.chart.plotView());

            assertThat(sketch.words(0)).containsExactly("-1.2500  (-1.25%)", "90 bars, 1 h 30 min");
        });
    }

    @Test
    void shouldHitALineWithinSixPixelsAndNotBeyond() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            double price =
                    drawn.chart.plotView().roundPrice(drawn.chart.plotView().price(300));
            double y = drawn.y(price);
            Outline outline = new Outline();
            Anchor anchor = new Anchor(drawn.bars.timeNs(1_005), price);
            OutlineMaker.make(
                    new Sketch(drawing(1, DrawingKind.HORIZONTAL_LINE, anchor)), drawn.chart.plotView(), outline);
            assertThat(HitTest.at(outline, 500, y + 5.9)).isEqualTo(HitTest.BODY);
            assertThat(HitTest.at(outline, 500, y - 5.9)).isEqualTo(HitTest.BODY);
            assertThat(HitTest.at(outline, 500, y + 6.1)).isEqualTo(HitTest.MISS);
            assertThat(HitTest.at(outline, drawn.chart.plotView().x(anchor.timeNs()), y + 5.9))
                    .isZero();
        });
    }

    @Test
    void shouldMeasureTheDistanceToALineAsASearchAlongItDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double[] at = random.doubles(6, 0, 400).toArray();
            double nearest = Double.MAX_VALUE;
            for (int i = 0; i <= 100_000; i++) {
                double x = at[0] + (at[2] - at[0]) * i / 100_000;
                double y = at[1] + (at[3] - at[1]) * i / 100_000;
                nearest = Math.min(nearest, Math.hypot(x - at[4], y - at[5]));
            }
            assertThat(HitTest.distance(at[0], at[1], at[2], at[3], at[4], at[5]))
                    .as("seed %d", seed)
                    .isCloseTo(nearest, Offset.offset(0.01));
        }
    }

    @Test
    void shouldDrawARayToTheEdgeAndNoFurther() {
        Outline outline = new Outline();
        outline.begin(800, 400);
        outline.line(100, 100, 200, 150, 0, Double.POSITIVE_INFINITY, false);
        outline.line(300, 300, 300, 250, 0, Double.POSITIVE_INFINITY, false);
        outline.line(900, 100, 1_000, 100, 0, Double.POSITIVE_INFINITY, false);
        outline.line(50, 50, 50, 50, 0, Double.POSITIVE_INFINITY, false);

        assertThat(outline.lineCount()).isEqualTo(2);
        double margin = 2 * DrawingStyle.WIDEST;
        assertThat(outline.line(0, 3)).isCloseTo(400 + margin, TINY);
        assertThat(outline.line(0, 2)).isCloseTo(100 + (300 + margin) * 2, TINY);
        assertThat(outline.line(1, 2)).isEqualTo(300);
        assertThat(outline.line(1, 3)).isEqualTo(-margin);
    }

    /// The channel's other line runs through the third anchor, as far away everywhere as there.
    @Test
    void shouldKeepTheLinesOfAChannelApartByTheThirdAnchor() throws Exception {
        FxThread.run(() -> {
            DrawnChart drawn = new DrawnChart();
            Outline outline = new Outline();
            Drawing channel = drawing(
                    1,
                    DrawingKind.CHANNEL,
                    new Anchor(drawn.bars.timeNs(1_010), drawn.chart.plotView().price(300)),
                    new Anchor(drawn.bars.timeNs(1_050), drawn.chart.plotView().price(200)),
                    new Anchor(drawn.bars.timeNs(1_020), drawn.chart.plotView().price(350)));
            OutlineMaker.make(new Sketch(channel), drawn.chart.plotView(), outline);
            assertThat(outline.line(1, 1) - outline.line(0, 1)).isCloseTo(75, Offset.offset(1e-6));
            assertThat(outline.line(1, 3) - outline.line(0, 3)).isCloseTo(75, Offset.offset(1e-6));
        });
    }

    @Test
    void shouldUndoAndDoAgainAsAListOfAllStatesDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DrawingSet set = new DrawingSet(List.of());
        Deque<List<Drawing>> before = new ArrayDeque<>();
        Deque<List<Drawing>> after = new ArrayDeque<>();
        List<Drawing> now = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            int choice = random.nextInt(4);
            if (choice == 0 && !before.isEmpty()) {
                after.push(now);
                now = before.pop();
                set.undo();
            } else if (choice == 1 && !after.isEmpty()) {
                before.push(now);
                now = after.pop();
                set.redo();
            } else if (choice == 2 && !now.isEmpty()) {
                before.push(now);
                after.clear();
                long gone = now.get(random.nextInt(now.size())).id();
                now = now.stream().filter(one -> one.id() != gone).toList();
                set.remove(gone);
            } else if (choice == 3) {
                before.push(now);
                after.clear();
                Drawing added = drawing(set.freeId(), DrawingKind.HORIZONTAL_LINE, new Anchor(step, step));
                now = new ArrayList<>(now);
                now.add(added);
                set.put(added);
            }
            assertThat(set.drawings()).as("seed %d, step %d", seed, step).isEqualTo(now);
            assertThat(set.canUndo()).isEqualTo(!before.isEmpty());
            assertThat(set.canRedo()).isEqualTo(!after.isEmpty());
        }
    }
}
