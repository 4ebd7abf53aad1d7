package ai.backtestr.benchmarks.chart;

import ai.backtestr.benchmarks.RandomWalkBars;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TradeMarker;
import ai.backtestr.render.indicator.IndicatorSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Tells what a frame of a chart allocates while it is panned steadily, a bar a frame. Each allocation of the FX
/// thread is looked at by itself and put down to the nearest caller outside of the JDK, so that what our code
/// allocates and what JavaFX allocates are told apart.
///
/// Prints bytes a frame for stored ticks with indicators and panes, and for each kind of chart of bars in memory
/// with and without panes, and the places in our code. The exit code is 0 if there are none, else 1.
///
/// Needs `-XX:-UseTLAB`, without which the JVM tells of few allocations, and takes some minutes.
public final class AllocationCheck {
    private static final int BARS = 100_000;
    private static final int VISIBLE = 1_600;
    private static final int WARM_UP = 400;
    private static final int FRAMES = 100;
    private static final String OURS = "ai.backtestr.render";
    private static final String PAINT = "paint";

    private final Map<String, LongAdder> ours = new ConcurrentHashMap<>();
    private final LongAdder ofOurs = new LongAdder();
    private final LongAdder ofToolkit = new LongAdder();
    private boolean missed;

    private AllocationCheck() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        AllocationCheck check = new AllocationCheck();
        check.measureStored();
        for (ChartKind kind : ChartKind.values()) {
            check.measure(kind, false);
            check.measure(kind, true);
        }
        System.exit(check.missed ? 1 : 0);
    }

    private void measure(ChartKind kind, boolean full) throws InterruptedException {
        String what = kind + (full ? ", trades and panes" : "");
        measure(what, FxThread.call(() -> window(inMemory(kind, full))));
    }

    /// The sample as it is stored, with indicators over its prices and below, and the panes that read ticks.
    private void measureStored() throws InterruptedException, IOException {
        Path home = Files.createTempDirectory("backtestr-allocation");
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            Sample.loadInto(workspace).run();
            try (StoredHistory history = workspace.history(Sample.SYMBOL).run().orElseThrow()) {
                measure("stored ticks, indicators and panes", FxThread.call(() -> window(stored(history))));
            }
        }
    }

    private static PriceChart stored(StoredHistory history) {
        PriceChart chart = new PriceChart();
        chart.setTitle(Sample.SYMBOL, Timeframe.ONE_MINUTE.toString());
        chart.setHistory(history, history.axis(Timeframe.ONE_MINUTE));
        chart.panes().setBars(history, Timeframe.ONE_MINUTE);
        chart.panes().add(IndicatorSetting.of(IndicatorSpec.parse("ema")));
        chart.panes().add(IndicatorSetting.of(IndicatorSpec.parse("rsi")));
        chart.panes().show(PaneKind.VOLUME, true);
        chart.panes().show(PaneKind.SPREAD, true);
        return chart;
    }

    private void measure(String what, PriceChart chart) throws InterruptedException {
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
                "%-36s our code %,7d bytes a frame, JavaFX %,9d%n",
                what,
                ofOurs.sum() / FRAMES,
                ofToolkit.sum() / FRAMES);
        new TreeMap<>(ours)
                .forEach(
                        (place, bytes) -> System.out.printf(Locale.ROOT, "    %s: %,d%n", place, bytes.sum() / FRAMES));
        missed |= ofOurs.sum() >= FRAMES;
        FxThread.call(() -> {
            chart.closeHistory();
            chart.getScene().getWindow().hide();
            return chart;
        });
    }

    private static PriceChart inMemory(ChartKind kind, boolean full) {
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
        return chart;
    }

    private static PriceChart window(PriceChart chart) {
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
        return event.getThread() != null
                && "JavaFX Application Thread".equals(event.getThread().getJavaName());
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
            chart.navigation().showRange(from, from + VISIBLE);
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
