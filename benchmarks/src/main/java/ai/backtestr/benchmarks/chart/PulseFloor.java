package ai.backtestr.benchmarks.chart;

import ai.backtestr.benchmarks.RandomWalkBars;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.render.chart.PriceChart;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

/// What a whole pulse of a window of 1600x900 costs with nothing, with parts of what a chart does, and with a
/// chart: the processor time a frame of the FX thread and of the renderer's, and frames a second, of all by turns.
/// Pulses run as fast as they can with `-Djavafx.animation.fullspeed=true`. Processor time says something on a busy
/// machine too. An argument is a part of the names of what is to be measured.
public final class PulseFloor {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int BARS = 100_000;
    private static final int VISIBLE = 1_600;
    private static final int ROUNDS = 5;
    private static final int WARM_FRAMES = 150;
    private static final int FRAMES = 300;
    private static final Color GROUND = Color.rgb(19, 23, 34);
    private static final String[] TEXTS = {"1.07123", "14:30", "1.07200", "15:00"};
    private static final String FX = "JavaFX Application Thread";
    private static final String RENDERER = "QuantumRenderer-0";

    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT, GROUND);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private PulseFloor() {}

    /// What is put into the window, and what a frame does to it.
    private record Variant(String what, Parent node, boolean isFilled, IntConsumer frame) {}

    /// Microseconds of processor time a frame, and frames a second.
    private record Cost(double fx, double renderer, double rate) {}

    public static void main(String[] arguments) throws InterruptedException {
        FxThread.startWithWindows();
        FxThread.call(PulseFloor::new).run(arguments.length > 0 ? arguments[0] : "");
        System.exit(0);
    }

    private void run(String only) throws InterruptedException {
        FxThread.call(() -> {
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return stage;
        });
        List<Variant> variants = FxThread.call(PulseFloor::variants).stream()
                .filter(variant -> variant.what().contains(only))
                .toList();
        Map<Integer, List<Cost>> costs = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < variants.size(); i++) {
                costs.computeIfAbsent(i, any -> new ArrayList<>()).add(measure(variants.get(i)));
            }
        }
        System.out.printf("%-44s %12s %12s %10s, medians of %d%n", "", "FX us", "renderer us", "frames/s", ROUNDS);
        costs.forEach((i, all) -> System.out.printf(
                Locale.ROOT,
                "%-44s %12.0f %12.0f %10.0f%n",
                variants.get(i).what(),
                median(all.stream().mapToDouble(Cost::fx).toArray()),
                median(all.stream().mapToDouble(Cost::renderer).toArray()),
                median(all.stream().mapToDouble(Cost::rate).toArray())));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private Cost measure(Variant variant) throws InterruptedException {
        FxThread.call(() -> {
            scene.setFill(variant.isFilled() ? GROUND : null);
            root.getChildren().setAll(variant.node());
            return root;
        });
        PriceChart none = FxThread.call(PriceChart::new);
        new PannedCase(variant.what(), none, variant.node(), variant.frame()).pan(WARM_FRAMES);
        long startNs = System.nanoTime();
        long fxNs = processorNs(FX);
        long rendererNs = processorNs(RENDERER);
        new PannedCase(variant.what(), none, variant.node(), variant.frame()).pan(FRAMES);
        return new Cost(
                (processorNs(FX) - fxNs) / 1e3 / FRAMES,
                (processorNs(RENDERER) - rendererNs) / 1e3 / FRAMES,
                FRAMES * 1e9 / (System.nanoTime() - startNs));
    }

    private long processorNs(String thread) {
        for (ThreadInfo info : threads.dumpAllThreads(false, false, 0)) {
            if (info.getThreadName().equals(thread)) {
                return threads.getThreadCpuTime(info.getThreadId());
            }
        }
        return 0;
    }

    private static List<Variant> variants() {
        List<Variant> all = new ArrayList<>();
        Rectangle dot = new Rectangle(1, 1);
        all.add(new Variant("a dot", new Pane(dot), true, left -> dot.setX(left % 2)));
        Rectangle whole = new Rectangle(WIDTH, HEIGHT, GROUND);
        all.add(new Variant(
                "a rectangle as large as the window", new Pane(whole), false, left -> whole.setX(left % 2)));
        Canvas moved = new Canvas(WIDTH, HEIGHT);
        ground(moved.getGraphicsContext2D());
        all.add(new Variant(
                "an opaque canvas, blended only", new Pane(moved), false, left -> moved.setTranslateX(left % 2)));
        all.add(canvas("a canvas, cleared, over the scene's fill", true, g -> g.clearRect(0, 0, WIDTH, HEIGHT)));
        all.add(canvas("a canvas with a ground", false, PulseFloor::ground));
        all.add(canvas("a canvas with a ground and 3 200 rectangles, the same", false, g -> {
            ground(g);
            columns(g);
        }));
        all.add(canvas("3 200 rectangles over the scene's fill", true, g -> {
            g.clearRect(0, 0, WIDTH, HEIGHT);
            columns(g);
        }));
        all.add(canvas("the same and 36 texts", false, g -> {
            ground(g);
            columns(g);
            for (int i = 0; i < 36; i++) {
                g.fillText(TEXTS[i % TEXTS.length], 40 * i, 20 * i + 30);
            }
        }));
        all.add(canvas("the same and a line of 309 dots", false, g -> {
            ground(g);
            columns(g);
            for (int x = 0; x < WIDTH - 56; x += 5) {
                g.fillRect(x, 400, 2, 1);
            }
        }));
        all.add(canvas("the same and a line of 309 dots in one path", false, g -> {
            ground(g);
            columns(g);
            g.beginPath();
            for (int x = 0; x < WIDTH - 56; x += 5) {
                g.rect(x, 400, 2, 1);
            }
            g.fill();
        }));
        all.add(canvas("the same and a dashed line", false, g -> {
            ground(g);
            columns(g);
            g.setStroke(Color.SEAGREEN);
            g.setLineDashes(2, 3);
            g.strokeLine(0, 400.5, WIDTH - 56, 400.5);
        }));
        all.add(underSlip("the same under a sheet of 1544x56", WIDTH - 56));
        all.add(underSlip("the same under a sheet of 640x56", 640));
        PriceChart chart = new PriceChart();
        chart.setTitle("WALK", "1m");
        chart.setBars(new RandomWalkBars(BARS));
        all.add(new Variant("the chart, 1 600 bars", chart, false, left -> {
            int from = left * 7 % (BARS - VISIBLE);
            chart.navigation().showRange(from, from + VISIBLE);
        }));
        return all;
    }

    private static Variant canvas(String what, boolean isFilled, Consumer<GraphicsContext> paint) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        return new Variant(what, new Pane(canvas), isFilled, left -> paint.accept(canvas.getGraphicsContext2D()));
    }

    private static Variant underSlip(String what, double width) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        Canvas slip = new Canvas(width, 56);
        slip.getGraphicsContext2D().fillText(TEXTS[0], 12, 20);
        return new Variant(what, new Pane(canvas, slip), false, left -> {
            ground(canvas.getGraphicsContext2D());
            columns(canvas.getGraphicsContext2D());
        });
    }

    private static void ground(GraphicsContext g) {
        g.setFill(GROUND);
        g.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private static void columns(GraphicsContext g) {
        for (int half = 0; half < 2; half++) {
            g.setFill(half == 0 ? Color.SEAGREEN : Color.INDIANRED);
            for (int x = half; x < WIDTH; x += 2) {
                g.fillRect(x, 200 + x % 300, 1, 20);
                g.fillRect(x, 800 - x % 50, 1, 60);
            }
        }
    }
}
