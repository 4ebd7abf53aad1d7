package ai.backtestr.benchmarks.chart;

import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.PriceChart;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.HdrHistogram.Histogram;

/// Replays a recorded session with the chart on a large store, which is only read, in a window of 1920x1080,
/// and prints each figure beside its target: alone, and beside a backtest that runs as fast as it can. The exit
/// code is 0 if all targets were met, 1 if not, 2 if it could not run.
///
/// It needs a display, such as `xvfb-run -s "-screen 0 1920x1080x24"`, and takes about four minutes.
public final class ChartCheck {
    private static final String USAGE = "usage: ChartCheck --home FOLDER --symbol SYMBOL [--jumps 200] [--seed 1]";
    private static final double NANOS_A_MILLI = 1e6;
    private static final double PULSE_MS = 16.7;
    private static final double BUILD_MS = 4;
    private static final double OPEN_MS = 1000;

    private final PrintStream out = System.out;
    private boolean missed;

    private ChartCheck() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> options = new HashMap<>(Map.of("--jumps", "200", "--seed", "1"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String home = options.get("--home");
        String symbol = options.get("--symbol");
        if (home == null || symbol == null || arguments.length % 2 != 0 || options.size() != 4) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            ChartCheck check = new ChartCheck();
            check.run(Path.of(home), symbol, options);
            System.exit(check.missed ? 1 : 0);
        } catch (StoreException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run(Path home, String symbol, Map<String, String> options) throws InterruptedException {
        if (!Files.isRegularFile(home.resolve(TickStore.FILE_NAME))) {
            throw new StoreException(home + " holds no store; give the folder that has " + TickStore.FILE_NAME);
        }
        Pulses.beforeToolkitStarts();
        FxThread.startWithWindows();
        try (TickStore store = TickStore.open(home)) {
            out.printf(Locale.ROOT, "opening the history for the first time: %.2f ms%n", openMs(store, symbol));
            below("opening it again", openMs(store, symbol), OPEN_MS);
            try (StoredHistory history = new StoredHistory(store.pages(symbol, PagesProgress.NONE))) {
                Stage stage = FxThread.call(() -> window(history));
                PriceChart chart = (PriceChart) stage.getScene().getRoot();
                out.printf(
                        "%s, %.0fx%.0f, pipeline asked for: %s%n",
                        symbol, chart.getWidth(), chart.getHeight(), System.getProperty("prism.order", "the default"));
                replay("first replay, code not compiled yet", chart, history, false);
                replay("replay", chart, history, true);
                try (BusyBacktest backtest = new BusyBacktest(store, symbol)) {
                    replay("replay beside a backtest", chart, history, true);
                    long ticks = backtest.ticks();
                    missed |= ticks == 0;
                    out.printf("ticks that the backtest took in meanwhile: %,d%n", ticks);
                }
                jump(chart, history, Integer.parseInt(options.get("--jumps")), Long.parseLong(options.get("--seed")));
                FxThread.call(() -> {
                    chart.closeHistory();
                    stage.close();
                    return chart;
                });
            }
        }
    }

    private static double openMs(TickStore store, String symbol) {
        long startNs = System.nanoTime();
        new StoredHistory(store.pages(symbol, PagesProgress.NONE)).close();
        return (System.nanoTime() - startNs) / NANOS_A_MILLI;
    }

    /// Shows all of a history in a window of the size that is measured.
    static Stage window(StoredHistory history) {
        PriceChart chart = new PriceChart();
        chart.setTitle(history.instrument().title(), "1d");
        chart.setPriceDecimals(history.instrument().priceScale());
        chart.setHistory(history, history.axis(Timeframe.ONE_DAY));
        Stage stage = new Stage(StageStyle.UNDECORATED);
        // The chart covers it.
        stage.setScene(new Scene(chart, 1920, 1080, null));
        stage.show();
        chart.navigation().fitAll();
        return stage;
    }

    private void replay(String what, PriceChart chart, StoredHistory history, boolean counts)
            throws InterruptedException {
        try (Pulses pulses = new Pulses()) {
            ChartSession session = FxThread.call(() -> {
                ChartSession started = new ChartSession(chart, history);
                started.start();
                return started;
            });
            long startNs = System.nanoTime();
            session.await();
            double seconds = (System.nanoTime() - startNs) / 1e9;
            Histogram whole = pulses.stop();
            out.printf(
                    Locale.ROOT,
                    "%n%s: %,d steps in %.1f s, %.1f a second%n",
                    what,
                    session.steps(),
                    seconds,
                    session.steps() / seconds);
            print("frame build on the FX thread", session.builds(), counts ? BUILD_MS : 0);
            print("whole pulse, FX thread and renderer", whole, counts ? PULSE_MS : 0);
        }
    }

    private void jump(PriceChart chart, StoredHistory history, int jumps, long seed) throws InterruptedException {
        ColdJumps cold = FxThread.call(() -> new ColdJumps(chart, history, jumps, seed));
        cold.await();
        out.printf(Locale.ROOT, "%njumps to %d random stretches, seed %d%n", jumps, seed);
        print("until the first picture is painted", cold.first(), PULSE_MS);
        print("until it is exact", cold.exact(), 100);
        out.println("the system may have had the files in memory; where it had not, its reading is included");
    }

    private void print(String what, Histogram histogram, double targetMs) {
        if (histogram.getTotalCount() == 0) {
            missed |= targetMs > 0;
            out.printf("%s: not measured, so its target is MISSED%n", what);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s: p50 %.2f, p99 %.2f, max %.2f ms of %,d%n",
                what,
                histogram.getValueAtPercentile(50) / NANOS_A_MILLI,
                histogram.getValueAtPercentile(99) / NANOS_A_MILLI,
                histogram.getMaxValue() / NANOS_A_MILLI,
                histogram.getTotalCount());
        if (targetMs > 0) {
            below("  p99", histogram.getValueAtPercentile(99) / NANOS_A_MILLI, targetMs);
        }
    }

    private void below(String what, double milliseconds, double target) {
        boolean met = milliseconds < target;
        missed |= !met;
        out.printf(Locale.ROOT, "%s: %.2f ms, target %.1f: %s%n", what, milliseconds, target, met ? "met" : "MISSED");
    }
}
