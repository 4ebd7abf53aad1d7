package ai.backtestr.comparison;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Counts how often each of two charts paints while it is panned by a bar a pulse, the same bars in the same window
/// by turns. Pulses run as fast as they can with `-Djavafx.animation.fullspeed=true`.
public final class ChartComparison {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int BARS = 100_000;
    private static final int ROUNDS = 5;
    private static final long WARM_MS = 3_000;
    private static final long ROUND_MS = 5_000;

    private final Walk bars = new Walk(BARS, 1);
    private final StackPane root = new StackPane();
    private int from;

    private ChartComparison() {}

    /// Prints frames a second; an argument is a folder for a picture of each chart.
    ///
    /// @throws InterruptedException if it is interrupted
    /// @throws IOException if a picture cannot be written
    public static void main(String[] arguments) throws InterruptedException, IOException {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        started.join();
        new ChartComparison().compare(arguments.length > 0 ? new File(arguments[0]) : null);
        Platform.exit();
    }

    private void compare(@Nullable File pictures) throws InterruptedException, IOException {
        onFxThread(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root, WIDTH, HEIGHT));
            stage.show();
            return stage;
        });
        System.out.printf(
                "%d made-up bars, %d x %d, %d rounds of %d s, frames a second%n",
                BARS, WIDTH, HEIGHT, ROUNDS, ROUND_MS / 1000);
        for (int visible : new int[] {200, 1_600, 20_000}) {
            List<PannedChart> charts = onFxThread(() -> List.of(new OwnChart(bars), new ChartFxChart(bars)));
            double[][] rates = new double[charts.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < charts.size(); i++) {
                    rates[i][round] = framesASecond(charts.get(i), visible);
                    if (pictures != null && round == 0) {
                        save(new File(pictures, charts.get(i).name() + "-" + visible + ".png"));
                    }
                }
            }
            print(visible, charts, rates);
        }
    }

    private double framesASecond(PannedChart chart, int visible) throws InterruptedException {
        AnimationTimer panning = new AnimationTimer() {
            @Override
            public void handle(long now) {
                from = (from + 1) % (BARS - visible);
                chart.show(from, visible);
            }
        };
        onFxThread(() -> {
            root.getChildren().setAll(chart.node());
            panning.start();
            return root;
        });
        Thread.sleep(WARM_MS);
        long startNs = System.nanoTime();
        long before = onFxThread(chart::painted);
        Thread.sleep(ROUND_MS);
        long after = onFxThread(chart::painted);
        double seconds = (System.nanoTime() - startNs) / 1e9;
        onFxThread(() -> {
            panning.stop();
            return root;
        });
        return (after - before) / seconds;
    }

    private void save(File file) throws IOException {
        ImageIO.write(SwingFXUtils.fromFXImage(onFxThread(() -> root.snapshot(null, null)), null), "png", file);
    }

    private static void print(int visible, List<PannedChart> charts, double[][] rates) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            Arrays.sort(rates[i]);
            cells.add(String.format(
                    Locale.ROOT,
                    "%s %.1f (%.1f to %.1f)",
                    charts.get(i).name(),
                    rates[i][ROUNDS / 2],
                    rates[i][0],
                    rates[i][ROUNDS - 1]));
        }
        System.out.printf(
                Locale.ROOT,
                "%6d bars on screen: %s; %.1f times%n",
                visible,
                String.join(", ", cells),
                rates[0][ROUNDS / 2] / rates[1][ROUNDS / 2]);
    }

    private static <T> T onFxThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
