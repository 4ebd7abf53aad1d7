package ai.backtestr.benchmarks.chart;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.render.chart.PriceChart;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;

/// A chart that is panned at a constant speed.
///
/// @param what what is shown
/// @param chart the chart
/// @param root what is put into the window
/// @param frame shows a frame, counted down to 1
record PannedCase(String what, PriceChart chart, Parent root, IntConsumer frame) {
    /// Shows so many frames, one a pulse. Not on the FX thread.
    void pan(int frames) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AnimationTimer timer = new AnimationTimer() {
            private int left = frames;

            @Override
            public void handle(long now) {
                if (left == 0) {
                    stop();
                    done.countDown();
                } else {
                    frame.accept(left--);
                }
            }
        };
        FxThread.call(() -> {
            timer.start();
            return timer;
        });
        done.await();
    }
}
