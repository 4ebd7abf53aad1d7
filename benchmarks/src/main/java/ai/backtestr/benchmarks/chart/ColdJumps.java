package ai.backtestr.benchmarks.chart;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.render.chart.PriceChart;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import org.HdrHistogram.Histogram;

/// Jumps to random stretches of a history, from seconds to years long, and notes how long it takes until
/// something is painted there, and until that is exact. FX thread, but for [#await].
final class ColdJumps {
    private static final double SHORTEST_SECONDS = 10;
    private static final int PULSES_BETWEEN = 6;

    private final PriceChart chart;
    private final StoredHistory history;
    private final Random random;
    private final Histogram first = new Histogram(3);
    private final Histogram exact = new Histogram(3);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private int left;
    private int rest;
    private long startNs;
    private boolean painted = true;
    private boolean complete = true;

    ColdJumps(PriceChart chart, StoredHistory history, int jumps, long seed) {
        this.chart = chart;
        this.history = history;
        left = jumps;
        random = new Random(seed);
        chart.setOnFramePainted(nanoseconds -> painted());
        timer.start();
    }

    void await() throws InterruptedException {
        done.await();
    }

    Histogram first() {
        return first;
    }

    Histogram exact() {
        return exact;
    }

    private void painted() {
        long tookNs = System.nanoTime() - startNs;
        if (!painted) {
            painted = true;
            first.recordValue(tookNs);
        }
        if (!complete && chart.isComplete()) {
            complete = true;
            exact.recordValue(tookNs);
        }
    }

    private void pulse() {
        if (!complete || rest++ < PULSES_BETWEEN) {
            return;
        }
        if (left-- == 0) {
            timer.stop();
            done.countDown();
            return;
        }
        rest = 0;
        long all = history.lastNs() - history.firstNs();
        double seconds = SHORTEST_SECONDS * Math.pow(all / 1e9 / SHORTEST_SECONDS, random.nextDouble());
        long fromNs = history.firstNs() + (long) (random.nextDouble() * (all - seconds * 1e9));
        painted = false;
        complete = false;
        startNs = System.nanoTime();
        chart.navigation().showTimes(fromNs, fromNs + (long) (seconds * 1e9));
    }
}
