package ai.backtestr.benchmarks;

import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TradeMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A shown chart of a million made-up bars, 1600x900. FX thread only.
final class ChartStage {
    static final int BARS = 1_000_000;

    private final PriceChart chart = new PriceChart();
    private final int visibleBars;
    private int from;

    ChartStage(int visibleBars) {
        this.visibleBars = visibleBars;
        chart.setBars(new RandomWalkBars(BARS));
        Stage stage = new Stage();
        stage.setScene(new Scene(chart, 1600, 900));
        stage.show();
    }

    /// Pans by a bar; the chart paints in the pulse that follows.
    void panByOneBar() {
        from = (from + 1) % (BARS - visibleBars);
        chart.navigation().showRange(from, from + visibleBars);
    }

    /// Marks made-up trades, evenly over all bars; the first one is held to the end.
    void setTrades(int count) {
        List<TradeMarker> trades = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long entryNs = i * (BARS * 60_000_000_000L / count);
            long exitNs = i == 0 ? BARS * 60_000_000_000L : entryNs + 5 * 60_000_000_000L;
            trades.add(new TradeMarker(i % 2 == 0, entryNs, 1000, exitNs, 1001, i % 3 - 1));
        }
        chart.setTrades(trades);
    }

    /// Paints now.
    void paint() {
        chart.requestLayout();
        chart.layout();
    }

    static void startToolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
    }

    static void onFxThread(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }
}
