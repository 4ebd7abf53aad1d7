package ai.backtestr.desktop.hour;

import static ai.backtestr.desktop.hour.Hands.act;
import static ai.backtestr.desktop.hour.Hands.await;
import static ai.backtestr.desktop.hour.Hands.read;
import static ai.backtestr.desktop.hour.Hands.see;
import static ai.backtestr.desktop.hour.Hands.slide;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.render.chart.EquityLine;
import ai.backtestr.render.chart.EquityOverlay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Moves the slider of a parameter of the strategy in the packaged program's window and prints how long it takes
/// until the first part of the new equity curve is laid out for a frame, and until all of it is; then drags it and
/// prints how often the curve follows; see `slider.sh`.
final class SliderCheck {
    private static final String SLIDER = "slider-slow";
    private static final int WARM_UP = 10;
    private static final int MOVES = 60;
    private static final int DRAGS = 200;
    private static final long DRAG_MS = 16;
    private static final String WHOLE = "this run";

    private final Histogram firstParts = new Histogram(3);
    private final Histogram wholes = new Histogram(3);
    private final List<Long> drawn = new ArrayList<>(); // during a drag
    private @Nullable EquityLine last; // FX thread
    private long movedNs;
    private boolean awaitsFirst;
    private volatile boolean awaitsWhole;

    private SliderCheck() {}

    /// Reads from `slider.home` which folder to use; its first instrument is run.
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        int status = 1;
        FxThread.startWithWindows();
        try {
            RunningProgram.start(Path.of(System.getProperty("slider.home")));
            new SliderCheck().check();
            status = 0;
        } catch (Exception | Error e) {
            System.getLogger(SliderCheck.class.getName()).log(System.Logger.Level.ERROR, "it ended early", e);
        }
        System.exit(status);
    }

    private void check() {
        await("the window", Hands::hasMain);
        await("an instrument", () -> read("run").startsWith("Run on"));
        Hands.click("run");
        await("the equity", () -> Hands.has("equity-overlay"));
        await("a result", () -> WHOLE.equals(nameOfCurve()));
        act(() -> {
            Scene scene = Hands.main().getScene();
            scene.addPostLayoutPulseListener(this::look);
        });
        for (int i = 0; i < WARM_UP + MOVES; i++) {
            if (i == WARM_UP) {
                firstParts.reset();
                wholes.reset();
            }
            move(27 + i % 60);
        }
        print("first part of the new curve", firstParts);
        print("all of it", wholes);
        drag();
    }

    private static String nameOfCurve() {
        List<EquityLine> lines = Hands.<EquityOverlay>node("equity-overlay").lines();
        return lines.isEmpty() ? "" : lines.getLast().name();
    }

    private void move(int value) {
        awaitsWhole = true;
        act(() -> {
            awaitsFirst = true;
            movedNs = System.nanoTime();
            Hands.<javafx.scene.control.Slider>node(SLIDER).setValue(value);
        });
        await("all of the curve", () -> !awaitsWhole);
        Hands.rest(150);
    }

    /// Before each frame is painted.
    private void look() {
        List<EquityLine> lines = Hands.<EquityOverlay>node("equity-overlay").lines();
        EquityLine now = lines.isEmpty() ? null : lines.getLast();
        if (now == null || now.equals(last)) {
            return;
        }
        long nowNs = System.nanoTime();
        last = now;
        drawn.add(nowNs);
        if (awaitsFirst) {
            awaitsFirst = false;
            firstParts.recordValue(nowNs - movedNs);
        }
        if (awaitsWhole && now.name().equals(WHOLE)) {
            awaitsWhole = false;
            wholes.recordValue(nowNs - movedNs);
        }
    }

    private void drag() {
        see(() -> {
            drawn.clear();
            return true;
        });
        for (int i = 0; i < DRAGS; i++) {
            slide(SLIDER, 27 + i % 60);
            Hands.rest(DRAG_MS);
        }
        List<Long> times = see(() -> List.copyOf(drawn));
        Histogram gaps = new Histogram(3);
        for (int i = 1; i < times.size(); i++) {
            gaps.recordValue(times.get(i) - times.get(i - 1));
        }
        System.out.printf(
                "dragged for %.1f s, a step every %d ms: %d curves%n", DRAGS * DRAG_MS / 1e3, DRAG_MS, times.size());
        print("from one curve to the next", gaps);
    }

    private static void print(String what, Histogram times) {
        System.out.printf(
                "%-30s median %6.1f   p90 %6.1f   p99 %6.1f   longest %6.1f ms, of %d%n",
                what,
                times.getValueAtPercentile(50) / 1e6,
                times.getValueAtPercentile(90) / 1e6,
                times.getValueAtPercentile(99) / 1e6,
                times.getMaxValue() / 1e6,
                times.getTotalCount());
    }
}
