package ai.backtestr.benchmarks.chart;

import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.render.chart.PriceChart;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

/// Replays the recorded session again and again, a step a pulse, and prints after each replay, of a minute where
/// pulses come 60 times a second, what the process holds: each time at the same place of the same chart. At the end
/// it fits a line through each column, without the first few replays, in which caches fill.
///
/// The exit code is 0 if what the program holds itself grew by less than a twentieth over the run by that line, 1
/// if it grew by more, 2 if it could not run. It needs a display, as [ChartCheck] does.
public final class ChartMemoryCheck {
    private static final String USAGE = "usage: ChartMemoryCheck --home FOLDER --symbol SYMBOL [--minutes 60]";
    private static final int FILLING = 5;
    private static final double MOST_GROWTH = 0.05;
    private static final double MEGA = 1e6;

    private final PrintStream out = System.out;
    private final List<HeldMemory> held = new ArrayList<>();
    private boolean missed;

    private ChartMemoryCheck() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> options = new HashMap<>(Map.of("--minutes", "60"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String home = options.get("--home");
        String symbol = options.get("--symbol");
        if (home == null || symbol == null || arguments.length % 2 != 0 || options.size() != 3) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            ChartMemoryCheck check = new ChartMemoryCheck();
            check.run(Path.of(home), symbol, Integer.parseInt(options.get("--minutes")));
            System.exit(check.missed ? 1 : 0);
        } catch (StoreException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run(Path home, String symbol, int minutes) throws InterruptedException {
        if (!Files.isRegularFile(home.resolve(TickStore.FILE_NAME))) {
            throw new StoreException(home + " holds no store; give the folder that has " + TickStore.FILE_NAME);
        }
        FxThread.startWithWindows();
        try (TickStore store = TickStore.open(home);
                StoredHistory history = new StoredHistory(store.pages(symbol, PagesProgress.NONE))) {
            Stage stage = FxThread.call(() -> ChartCheck.window(history));
            PriceChart chart = (PriceChart) stage.getScene().getRoot();
            out.printf("%s, %.0fx%.0f, MB held after each replay%n", symbol, chart.getWidth(), chart.getHeight());
            out.printf("%8s %9s  %s%n", "minute", "steps/s", HeldMemory.heading());
            long startNs = System.nanoTime();
            long endNs = startNs + TimeUnit.MINUTES.toNanos(minutes);
            while (System.nanoTime() < endNs) {
                double stepsASecond = replay(chart, history);
                HeldMemory now =
                        HeldMemory.now(minutesSince(startNs), store.pageCache().bytes());
                held.add(now);
                out.printf(Locale.ROOT, "%8.1f %9.1f  %s%n", now.minute(), stepsASecond, now.row());
            }
            chart.closeHistory();
        }
        printGrowth();
    }

    private static double replay(PriceChart chart, StoredHistory history) throws InterruptedException {
        long startNs = System.nanoTime();
        ChartSession session = FxThread.call(() -> {
            ChartSession started = new ChartSession(chart, history);
            started.start();
            return started;
        });
        session.await();
        chart.awaitLoaded();
        return session.steps() * 1e9 / (System.nanoTime() - startNs);
    }

    private static double minutesSince(long startNs) {
        return (System.nanoTime() - startNs) / 60e9;
    }

    private void printGrowth() {
        List<HeldMemory> counted = held.subList(Math.min(FILLING, held.size()), held.size());
        if (counted.size() < 2) {
            out.println("too short to tell growth: of " + held.size() + " replays the first " + FILLING
                    + " are left out, so the target is MISSED");
            missed = true;
            return;
        }
        out.printf("%nby a line through the %d replays after the first %d%n", counted.size(), FILLING);
        for (HeldMemory.Kind kind : HeldMemory.Kind.values()) {
            FittedLine line = FittedLine.through(counted, kind);
            double minutes = counted.getLast().minute() - counted.getFirst().minute();
            double growth = line.slope() * minutes;
            boolean met = growth < MOST_GROWTH * line.mean();
            missed |= kind.isCounted() && !met;
            out.printf(
                    Locale.ROOT,
                    "%-40s mean %8.1f MB, %+9.3f MB an hour, %+7.2f %% over the run%s%n",
                    kind.title(),
                    line.mean() / MEGA,
                    line.slope() * 60 / MEGA,
                    line.mean() == 0 ? 0 : 100 * growth / line.mean(),
                    kind.isCounted() ? met ? ", target below 5 %: met" : ", target below 5 %: MISSED" : "");
        }
    }

    /// A straight line through figures by minutes, by least squares.
    ///
    /// @param mean in bytes
    /// @param slope bytes a minute
    private record FittedLine(double mean, double slope) {
        static FittedLine through(List<HeldMemory> points, HeldMemory.Kind kind) {
            double meanX =
                    points.stream().mapToDouble(HeldMemory::minute).average().orElse(0);
            double meanY = points.stream()
                    .mapToLong(point -> point.bytes(kind))
                    .average()
                    .orElse(0);
            double products = 0;
            double squares = 0;
            for (HeldMemory point : points) {
                products += (point.minute() - meanX) * (point.bytes(kind) - meanY);
                squares += (point.minute() - meanX) * (point.minute() - meanX);
            }
            return new FittedLine(meanY, products / squares);
        }
    }
}
