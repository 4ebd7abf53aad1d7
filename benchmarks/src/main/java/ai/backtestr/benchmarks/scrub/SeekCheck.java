package ai.backtestr.benchmarks.scrub;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickPages;
import java.util.Random;
import org.HdrHistogram.Histogram;

/// Opens the ticks at random moments: first each at a moment not visited before, then again at the last few of
/// them.
final class SeekCheck {
    private static final int REMEMBERED = 50;

    /// Seeks of a program that is just starting: its code is not compiled yet, and it makes its pages.
    private static final int FIRST = 300;

    private static final double NANOS_A_MILLI = 1e6;
    private static final double TARGET_MS = 5;

    private final TickPages pages;
    private final Random random;
    private final int seeks;

    SeekCheck(TickPages pages, long seed, int seeks) {
        this.pages = pages;
        random = new Random(seed);
        this.seeks = seeks;
    }

    void run(Targets targets) {
        long firstNs = pages.timeNs(0);
        long lastNs = pages.timeNs(pages.tickCount() - 1);
        Histogram first = new Histogram(3);
        for (int i = 0; i < FIRST; i++) {
            first.recordValue(seek(random.nextLong(firstNs, lastNs + 1)));
        }
        Histogram cold = new Histogram(3);
        long[] moments = new long[REMEMBERED];
        for (int i = 0; i < seeks; i++) {
            moments[i % REMEMBERED] = random.nextLong(firstNs, lastNs + 1);
            cold.recordValue(seek(moments[i % REMEMBERED]));
        }
        Histogram warm = new Histogram(3);
        for (int i = 0; i < seeks; i++) {
            warm.recordValue(seek(moments[random.nextInt(REMEMBERED)]));
        }
        targets.heading("Seeking " + seeks + " random moments");
        targets.told(
                "the first " + FIRST + " of the process, 99 of 100",
                first.getValueAtPercentile(99) / NANOS_A_MILLI,
                "ms");
        print(targets, "page not decoded yet", cold);
        print(targets, "page decoded before", warm);
    }

    private long seek(long momentNs) {
        long startNs = System.nanoTime();
        try (PageLease lease = pages.pageAt(momentNs, "seek").orElseThrow()) {
            if (lease.page().timeNs(lease.page().count() - 1) < momentNs) {
                throw new IllegalStateException("the page found for " + momentNs + " ns ends before it");
            }
        }
        return System.nanoTime() - startNs;
    }

    private static void print(Targets targets, String what, Histogram histogram) {
        targets.told(what + ", median", histogram.getValueAtPercentile(50) / NANOS_A_MILLI, "ms");
        targets.below(what + ", 99 of 100", histogram.getValueAtPercentile(99) / NANOS_A_MILLI, "ms", TARGET_MS);
        targets.told(what + ", longest", histogram.getMaxValue() / NANOS_A_MILLI, "ms");
    }
}
