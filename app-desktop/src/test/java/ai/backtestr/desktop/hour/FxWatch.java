package ai.backtestr.desktop.hour;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.HdrHistogram.Histogram;

/// Watches how long the FX thread takes until it answers, again and again, and where it is when that takes long.
///
/// What it measures is the wait of a key pressed at that moment: the event under way and all that stand before the
/// key. Beside it stands how much of that wait the FX thread was on a processor; the rest it was waiting itself, or
/// another process had the processor.
final class FxWatch implements AutoCloseable {
    /// Waits longer than that are told with their stacks.
    static final long LONG_NS = 50_000_000;

    private static final long SAMPLE_MS = 4;
    private static final long REST_MS = 2;
    private static final int FRAMES = 4;
    private static final int PLACES = 5;

    /// What the toolkit and the JVM are at, by a part of a frame; the first that fits.
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("LinkedBlockingQueue.take", "nothing to do: the machine was busy otherwise");
        KINDS.put("waitForRenderingToComplete", "waits until the frame before is painted");
        KINDS.put("defineClass", "loads classes");
        KINDS.put("loadClass", "loads classes");
        KINDS.put("LambdaForm", "links lambdas");
        KINDS.put("linkCallSite", "links lambdas");
        KINDS.put("CssParser", "parses CSS");
        KINDS.put("CssStyleHelper", "styles");
        KINDS.put("StyleManager", "styles");
        KINDS.put("PrismTextLayout", "lays text out");
        KINDS.put("VirtualFlow", "lays out rows");
        KINDS.put("Parent.layout", "lays out");
    }

    private record Stall(String step, long waitedNs, long processorNs, List<StackTraceElement[]> stacks) {}

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Histogram waits = new Histogram(3);
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread watcher = new Thread(this::watch, "fx-watch");
    private final Thread fxThread;
    private final long restMs;
    private volatile String step = "";
    private volatile boolean ended;

    /// Begins to watch.
    ///
    /// @param restMs how long the user rests before each step
    FxWatch(long restMs) {
        this.restMs = restMs;
        fxThread = Hands.see(Thread::currentThread);
        watcher.setDaemon(true);
        watcher.start();
    }

    /// Tells what the user does from now on.
    void step(String now) {
        Hands.rest(restMs);
        step = now;
    }

    private void watch() {
        try {
            while (!ended) {
                ask();
                Thread.sleep(REST_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        String now = step;
        List<StackTraceElement[]> stacks = new ArrayList<>();
        long[] answeredNs = new long[1];
        CountDownLatch answer = new CountDownLatch(1);
        long processorNs = threads.getThreadCpuTime(fxThread.threadId());
        long askedNs = System.nanoTime();
        Platform.runLater(() -> {
            answeredNs[0] = System.nanoTime();
            answer.countDown();
        });
        while (!answer.await(SAMPLE_MS, TimeUnit.MILLISECONDS)) {
            stacks.add(fxThread.getStackTrace());
        }
        long waitedNs = answeredNs[0] - askedNs;
        waits.recordValue(Math.max(0, waitedNs));
        if (waitedNs > LONG_NS) {
            stalls.add(new Stall(now, waitedNs, threads.getThreadCpuTime(fxThread.threadId()) - processorNs, stacks));
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns all in a table; after [#close()].
    String table() {
        StringBuilder text = new StringBuilder("Waits for the FX thread: " + waits.getTotalCount() + "\n");
        for (double percentile : new double[] {50, 90, 99, 99.9, 99.99, 100}) {
            text.append(String.format(
                    Locale.ROOT, "  %6.2f %%  %8.2f ms%n", percentile, waits.getValueAtPercentile(percentile) / 1e6));
        }
        text.append(String.format(Locale.ROOT, "Longer than %d ms: %d%n", LONG_NS / 1_000_000, stalls.size()));
        for (Stall stall : stalls.stream()
                .sorted(Comparator.comparingLong(Stall::processorNs).reversed())
                .toList()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %6.0f ms, %.0f on a processor, during: %s%n",
                    stall.waitedNs / 1e6,
                    stall.processorNs / 1e6,
                    stall.step));
            places(stall)
                    .forEach((place, count) -> text.append("        ")
                            .append(count)
                            .append(" x ")
                            .append(place)
                            .append('\n'));
        }
        return text.toString();
    }

    private static Map<String, Long> places(Stall stall) {
        Map<String, Long> counted = stall.stacks.stream()
                .collect(Collectors.groupingBy(FxWatch::place, LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(PLACES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /// What a stack does, and where in the program.
    private static String place(StackTraceElement[] stack) {
        String own = Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("ai.backtestr"))
                .map(FxWatch::name)
                .limit(FRAMES)
                .collect(Collectors.joining(" < "));
        String work = KINDS.entrySet().stream()
                .filter(kind ->
                        Arrays.stream(stack).anyMatch(frame -> frame.toString().contains(kind.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(stack.length == 0 ? "?" : name(stack[0]));
        return own.isEmpty() ? work : work + " in " + own;
    }

    private static String name(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
