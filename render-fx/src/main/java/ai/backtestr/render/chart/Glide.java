package ai.backtestr.render.chart;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/// Goes on moving the chart when it is let go of while it is dragged, slower and slower.
///
/// Threads: confined to the FX thread.
final class Glide {
    private static final double NANOS_A_MILLI = 1e6;

    /// The speed halves about every fifth of a second.
    private static final double SLOWING_MS = 300;

    /// Pixels a millisecond below which it stands.
    private static final double SLOWEST = 0.02;

    private static final double SLOWEST_TO_START = 0.25;
    private static final double LONGEST_REST_MS = 60;

    private final DoubleConsumer move;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            advance(now);
        }
    };
    private double speed;
    private long lastNs;

    /// @param move moves the content by pixels, to the right where positive
    Glide(DoubleConsumer move) {
        this.move = move;
    }

    /// The chart is taken hold of.
    void hold() {
        timer.stop();
        speed = 0;
        lastNs = System.nanoTime();
    }

    /// The chart is dragged by that many pixels.
    void drag(double pixels) {
        long now = System.nanoTime();
        double milliseconds = Math.max(1, (now - lastNs) / NANOS_A_MILLI);
        lastNs = now;
        speed = (speed + pixels / milliseconds) / 2;
    }

    /// The chart is let go of.
    void release() {
        boolean rested = System.nanoTime() - lastNs > LONGEST_REST_MS * NANOS_A_MILLI;
        if (!rested && Math.abs(speed) > SLOWEST_TO_START) {
            lastNs = 0;
            timer.start();
        }
    }

    private void advance(long now) {
        double milliseconds = lastNs == 0 ? 0 : (now - lastNs) / NANOS_A_MILLI;
        lastNs = now;
        move.accept(speed * milliseconds);
        speed *= Math.exp(-milliseconds / SLOWING_MS);
        if (Math.abs(speed) < SLOWEST) {
            timer.stop();
        }
    }
}
