package ai.backtestr.benchmarks.chart;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.chart.StoredFlow;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PriceChart;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/// Tells what a frame of a chart allocates while it is panned steadily, at a constant speed within what is loaded.
/// Each allocation of the FX thread is looked at by itself and put down to the nearest caller outside of the JDK,
/// so that what our code allocates and what JavaFX allocates are told apart.
///
/// Prints bytes a frame for every kind of chart, and the places in our code. The exit code is 0 if none allocates
/// as much as one byte a frame, 1 if one does, 2 if the JVM does not tell. Less than a byte is a lock that two threads
/// wanted at once, some time in a hundred frames.
///
/// Needs `-XX:-UseTLAB`, without which the JVM does not tell of single allocations, and takes some minutes. An
/// argument is a part of what the cases to be measured are called.
public final class AllocationCheck {
    private static final int WARM_UP = 400;
    private static final int FRAMES = 100;
    private static final String OURS = "ai.backtestr.render";
    private static final String PAINT = "paint";

    private final String only;
    private final Map<String, LongAdder> ours = new ConcurrentHashMap<>();
    private final LongAdder ofOurs = new LongAdder();
    private final LongAdder ofToolkit = new LongAdder();
    private boolean missed;

    private AllocationCheck(String only) {
        this.only = only;
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        if (usesThreadBuffers()) {
            System.err.println("AllocationCheck sees nothing in this JVM; start it with -XX:-UseTLAB -XX:+UseSerialGC");
            System.exit(2);
            return;
        }
        AllocationCheck check = new AllocationCheck(arguments.length > 0 ? arguments[0] : "");
        check.run();
        System.exit(check.missed ? 1 : 0);
    }

    /// With buffers of threads the JVM tells of a buffer that is taken, not of what is allocated in it; some
    /// collectors have them always.
    private static boolean usesThreadBuffers() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return Boolean.parseBoolean(jvm.getVMOption("UseTLAB").getValue())
                || Boolean.parseBoolean(jvm.getVMOption("UseZGC").getValue());
    }

    private void run() throws InterruptedException, IOException {
        FxThread.call(AllocationCheck::makeTexts);
        for (ChartKind kind : ChartKind.values()) {
            measure(() -> PannedCases.ofKind(kind, false));
            measure(() -> PannedCases.ofKind(kind, true));
        }
        measure(PannedCases::logarithmic);
        measure(PannedCases::percent);
        measure(PannedCases::withTrades);
        measure(PannedCases::withDrawings);
        Path home = Files.createTempDirectory("backtestr-allocation");
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            Sample.loadInto(workspace).run();
            try (StoredHistory history = workspace.history(Sample.SYMBOL).run().orElseThrow();
                    StoredFlow flow = workspace.flow(history.instrument())) {
                for (String timeframe : List.of("ha:1m", "renko:20", "20r")) {
                    measure(() -> PannedCases.ofTimeframe(timeframe, history));
                }
                measure(() -> PannedCases.stored(history));
                measure(() -> PannedCases.columns(history));
                measure(() -> PannedCases.ticks(history));
                measure(() -> PannedCases.compared(history));
                measure(() -> PannedCases.footprint(history, flow));
                measure(() -> PannedCases.profile(history, flow));
            }
        }
    }

    /// Has made what is made once in a process and kept: the texts of three digits and of the minutes of a day, and
    /// the widths of letters.
    private static TextParts makeTexts() {
        String letters = IntStream.range(' ', 127).mapToObj(Character::toString).collect(Collectors.joining());
        new PriceChart().setTitle(letters, letters);
        TextParts line = new TextParts();
        for (int i = 0; i < 1_000; i++) {
            line.begin()
                    .number(i, 0)
                    .number(1_000_000 + i, 3)
                    .number(1_000_000 + i, 2)
                    .number(1_000_000 + i, 1);
        }
        for (int minute = 0; minute < 1_440; minute++) {
            TimeText.write(minute * Timeframe.ONE_MINUTE.lengthNs(), line.begin());
        }
        return line;
    }

    private void measure(Supplier<PannedCase> making) throws InterruptedException {
        PannedCase made = FxThread.call(making);
        if (!made.what().contains(only)) {
            FxThread.call(() -> {
                made.chart().closeHistory();
                return made;
            });
            return;
        }
        Stage stage = FxThread.call(() -> window(made));
        made.pan(WARM_UP);
        ours.clear();
        ofOurs.reset();
        ofToolkit.reset();
        LongAdder painted = new LongAdder();
        FxThread.call(() -> {
            made.chart().setOnFramePainted(ns -> painted.increment());
            return made;
        });
        try (RecordingStream recording = new RecordingStream()) {
            recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
            recording.setReuse(false);
            recording.onEvent("jdk.ObjectAllocationOutsideTLAB", this::allocated);
            recording.startAsync();
            made.pan(FRAMES);
            recording.stop();
        }
        print(made, painted.sum());
        FxThread.call(() -> {
            made.chart().closeHistory();
            stage.hide();
            return made;
        });
    }

    private void print(PannedCase measured, long painted) {
        boolean met = ofOurs.sum() < FRAMES && painted >= FRAMES;
        missed |= !met;
        System.out.printf(
                Locale.ROOT,
                "%-36s our code %,7.1f bytes a frame: %s; JavaFX %,9d; %,d frames painted%n",
                measured.what(),
                (double) ofOurs.sum() / FRAMES,
                met ? "met" : "MISSED",
                ofToolkit.sum() / FRAMES,
                painted);
        new TreeMap<>(ours)
                .forEach((place, bytes) ->
                        System.out.printf(Locale.ROOT, "    %s: %,.1f%n", place, (double) bytes.sum() / FRAMES));
    }

    private static Stage window(PannedCase made) {
        Stage stage = new Stage();
        stage.setScene(new Scene(made.root(), 1600, 900));
        stage.show();
        return stage;
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
        if (near != null) {
            count(near, isPainting, event.getLong("allocationSize"));
        }
    }

    private void count(RecordedFrame near, boolean isPainting, long bytes) {
        String type = near.getMethod().getType().getName();
        if (type.startsWith(OURS)) {
            ofOurs.add(bytes);
            String place = type + "." + near.getMethod().getName() + ":" + near.getLineNumber();
            ours.computeIfAbsent(place, any -> new LongAdder()).add(bytes);
        } else if (isPainting) {
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
}
