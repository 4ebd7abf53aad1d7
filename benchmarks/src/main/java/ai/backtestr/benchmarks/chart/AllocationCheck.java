package ai.backtestr.benchmarks.chart;

import ai.backtestr.benchmarks.RandomWalkBars;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TradeMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/// Tells what a frame of a chart allocates while it is panned steadily, a bar a frame: each allocation of the FX
/// thread by itself, put down to the nearest caller outside of the JDK, so that what our code allocates and what
/// JavaFX allocates are told apart. Prints bytes a frame for each kind of chart with and without panes, and the
/// places in our code; the exit code is 0 if there are none, else 1.
///
/// Needs `-XX:-UseTLAB`, without which the JVM tells of few allocations; see the guide to measurements.
public final class AllocationCheck {
    private static final int BARS = 100_000;
    private static final int VISIBLE = 1_600;
    private static final int WARM_UP = 1_500;
    private static final int FRAMES = 300;
    private static final String OURS = "ai.backtestr.render";
    private static final String PAINT = "paint";

    private final Map<String, LongAdder> ours = new ConcurrentHashMap<>();
    private final LongAdder ofOurs = new LongAdder();
    private final LongAdder ofToolkit = new LongAdder();
    private boolean missed;

    private AllocationCheck() {}

    public static void main(String[] arguments) throws InterruptedException {
        AllocationCheck check = new AllocationCheck();
        for (ChartKind kind : ChartKind.values()) {
            check.measure(kind, false);
            check.measure(kind, true);
        }
        System.exit(check.missed ? 1 : 0);
    }

    private void measure(ChartKind kind, boolean full) throws InterruptedException {
        PriceChart chart = FxThread.call(() -> window(kind, full));
        new Panning(chart, WARM_UP).await();
        ours.clear();
        ofOurs.reset();
        ofToolkit.reset();
        try (RecordingStream recording = new RecordingStream()) {
            recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
            recording.setReuse(false);
            recording.onEvent("jdk.ObjectAllocationOutsideTLAB", this::allocated);
            recording.startAsync();
            new Panning(chart, FRAMES).await();
            recording.stop();
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %-28s our code %,7d bytes a frame, JavaFX %,9d%n",
                kind,
                full ? "trades, volume, equity panes" : "prices alone",
                ofOurs.sum() / FRAMES,
                ofToolkit.sum() / FRAMES);
        new TreeMap<>(ours).forEach((place, bytes) -> System.out.printf(
                Locale.ROOT, "    %s: %,d%n", place, bytes.sum() / FRAMES));
        missed |= ofOurs.sum() >= FRAMES;
        FxThread.call(() -> {
            chart.getScene().getWindow().hide();
            return chart;
        });
    }

    private static PriceChart window(ChartKind kind, boolean full) {
        PriceChart chart = new PriceChart();
        chart.setKind(kind);
        chart.setTitle("TEST", Timeframe.ONE_MINUTE.toString());
        chart.setBars(new RandomWalkBars(BARS));
        if (full) {
            chart.setTrades(trades());
            chart.panes().show(PaneKind.VOLUME, true);
            chart.panes().show(PaneKind.EQUITY, true);
            chart.panes().show(PaneKind.DRAWDOWN, true);
        }
        Stage stage = new Stage();
        stage.setScene(new Scene(chart, 1600, 900));
        stage.show();
        return chart;
    }

    private static List<TradeMarker> trades() {
        List<TradeMarker> trades = new ArrayList<>();
        for (int i = 0; i < BARS / 20; i++) {
            long entryNs = i * 20L * Timeframe.ONE_MINUTE.lengthNs();
            long exitNs = entryNs + 7 * Timeframe.ONE_MINUTE.lengthNs();
            trades.add(new TradeMarker(i % 2 == 0, entryNs, 1000, exitNs, 1001, i % 3 - 1));
        }
        return trades;
    }

    private void allocated(RecordedEvent event) {
        RecordedFrame near = null;
        boolean isPainting = false;
        if (event.getStackTrace() == null || !isOnFxThread(event)) {
            return;
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            near = near == null && !isOfTheJdk(type) ? frame : near;
            isPainting |= type.startsWith(OURS) && frame.getMethod().getName().equals(PAINT);
        }
        if (near != null && isPainting) {
            count(near, event.getLong("allocationSize"));
        }
    }

    private void count(RecordedFrame near, long bytes) {
        String type = near.getMethod().getType().getName();
        if (type.startsWith(OURS)) {
            ofOurs.add(bytes);
            String place = type + "." + near.getMethod().getName() + ":" + near.getLineNumber();
            ours.computeIfAbsent(place, any -> new LongAdder()).add(bytes);
        } else {
            ofToolkit.add(bytes);
        }
    }

    private static boolean isOnFxThread(RecordedEvent event) {
        return event.getThread() != null && "JavaFX Application Thread".equals(event.getThread().getJavaName());
    }

    private static boolean isOfTheJdk(String type) {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
    }

    /// Pans a chart by a bar in each pulse.
    private static final class Panning extends AnimationTimer {
        private final CountDownLatch done = new CountDownLatch(1);
        private final PriceChart chart;
        private int left;

        Panning(PriceChart chart, int frames) {
            this.chart = chart;
            left = frames;
        }

        @Override
        public void handle(long now) {
            if (left == 0) {
                stop();
                done.countDown();
                return;
            }
            int from = left % (BARS - VISIBLE);
            chart.showRange(from, from + VISIBLE);
            left--;
        }

        void await() throws InterruptedException {
            FxThread.call(() -> {
                start();
                return this;
            });
            done.await();
        }
    }
}
