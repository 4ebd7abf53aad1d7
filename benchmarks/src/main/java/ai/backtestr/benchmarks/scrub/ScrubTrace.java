package ai.backtestr.benchmarks.scrub;

import java.util.Random;

/// What somebody who looks for something in a chart shows one after the other: zooms in and out around a point,
/// pans in one direction for a while, and now and then jumps elsewhere. The same for the same seed.
final class ScrubTrace {
    private static final double ZOOM = 1.4;
    private static final int LONGEST_RUN = 40;
    private static final int STEPS_A_JUMP = 80;

    private final Random random;
    private final long firstNs;
    private final long lastNs;
    private final long shortestNs;
    private double centerNs;
    private double spanNs;
    private double move;
    private double zoom = 1;
    private int left;

    /// Moves between two times, and shows no less than `shortestNs` at once.
    ScrubTrace(long seed, long firstNs, long lastNs, long shortestNs) {
        random = new Random(seed);
        this.firstNs = firstNs;
        this.lastNs = lastNs;
        this.shortestNs = shortestNs;
        spanNs = (double) lastNs - firstNs;
        centerNs = firstNs + spanNs / 2;
    }

    /// Goes one step on.
    void step() {
        if (left-- <= 0) {
            begin();
        }
        spanNs = Math.clamp(spanNs * zoom, (double) shortestNs, (double) lastNs - firstNs);
        centerNs += move * spanNs;
        if (centerNs < firstNs || centerNs > lastNs) {
            move = -move;
        }
        centerNs = Math.clamp(centerNs, (double) firstNs, (double) lastNs);
    }

    private void begin() {
        left = 5 + random.nextInt(LONGEST_RUN);
        zoom = 1;
        move = 0;
        if (random.nextInt(STEPS_A_JUMP) < left) {
            centerNs = firstNs + random.nextDouble() * ((double) lastNs - firstNs);
        }
        switch (random.nextInt(5)) {
            case 0 -> zoom = ZOOM;
            case 1, 2 -> zoom = 1 / ZOOM;
            default -> move = (random.nextBoolean() ? 1 : -1) * (0.01 + random.nextDouble() * 0.1);
        }
    }

    /// Returns where what is shown begins.
    long fromNs() {
        return (long) (centerNs - spanNs / 2);
    }

    /// Returns where what is shown ends.
    long toNs() {
        return (long) (centerNs + spanNs / 2) + 1;
    }
}
