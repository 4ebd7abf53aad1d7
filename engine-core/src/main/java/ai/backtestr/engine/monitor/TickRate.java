package ai.backtestr.engine.monitor;

import java.util.Collection;
import java.util.function.LongSupplier;

/// Ticks a second over the last second, from counts that only grow while a run lasts. The monitor's thread writes.
final class TickRate {
    private static final int SAMPLES = 10;

    private final long[] counts = new long[SAMPLES];
    private final long[] times = new long[SAMPLES];
    private int samples;
    private long before;
    private long total;
    private long runningNs;
    private volatile long most;
    private volatile double mean;

    /// Ticks a second, if any run was under way.
    record Sample(double perSecond, boolean isRunning) {
        static final Sample NONE = new Sample(0, false);
    }

    Sample next(Collection<LongSupplier> sources, long nowNs) {
        if (sources.isEmpty()) {
            samples = 0;
            before = 0;
            return Sample.NONE;
        }
        long now = sources.stream().mapToLong(LongSupplier::getAsLong).sum();
        long lastNs = samples == 0 ? nowNs : times[(samples - 1) % SAMPLES];
        total += Math.max(0, now - before); // a run that has ended takes its ticks out of the sum
        before = now;
        runningNs += nowNs - lastNs;
        int at = samples % SAMPLES;
        double perSecond = perSecond(nowNs, samples < SAMPLES ? 0 : at);
        counts[at] = total;
        times[at] = nowNs;
        samples++;
        most = Math.max(most, (long) perSecond);
        mean = runningNs == 0 ? 0 : total * 1e9 / runningNs;
        return new Sample(perSecond, true);
    }

    private double perSecond(long nowNs, int oldest) {
        long lengthNs = samples == 0 ? 0 : nowNs - times[oldest];
        return lengthNs <= 0 ? 0 : (total - counts[oldest]) * 1e9 / lengthNs;
    }

    long most() {
        return most;
    }

    double mean() {
        return mean;
    }
}
