package ai.backtestr.benchmarks.scrub;

import ai.backtestr.data.cache.CacheSnapshot;
import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickColumns;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.TickStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// Plays a [ScrubTrace] at sixty steps a second. Each step fills the columns of a wide chart, at once and
/// exactly, and where few ticks are on screen leases the pages that hold them, as a table of ticks does.
final class TraceCheck {
    private static final int COLUMNS = 3840;
    private static final long TICKS_ON_SCREEN = 200_000;
    private static final long FRAME_NS = TimeUnit.SECONDS.toNanos(1) / 60;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double FRAME_MS = 16.7;
    private static final double LEAST_HITS = 95;

    private final TickStore store;
    private final TickPages pages;
    private final long seed;
    private final int steps;
    private final TickColumns columns = new TickColumns(COLUMNS);

    TraceCheck(TickStore store, TickPages pages, long seed, int steps) {
        this.store = store;
        this.pages = pages;
        this.seed = seed;
        this.steps = steps;
    }

    void run(Targets targets) {
        long firstNs = pages.timeNs(0);
        long lastNs = pages.timeNs(pages.tickCount() - 1);
        ScrubTrace trace = new ScrubTrace(seed, firstNs, lastNs, TimeUnit.SECONDS.toNanos(10));
        CacheSnapshot before = store.pageCache();
        Histogram coarse = new Histogram(3);
        Histogram exact = new Histogram(3);
        for (int i = 0; i < steps; i++) {
            long startNs = System.nanoTime();
            trace.step();
            pages.coarseColumns(trace.fromNs(), trace.toNs(), columns);
            coarse.recordValue(System.nanoTime() - startNs);
            show(trace);
            long tookNs = System.nanoTime() - startNs;
            exact.recordValue(tookNs);
            LockSupport.parkNanos(FRAME_NS - tookNs);
        }
        print(targets, coarse, exact, before, store.pageCache());
    }

    private void show(ScrubTrace trace) {
        pages.columns(trace.fromNs(), trace.toNs(), columns);
        long from = pages.indexOf(trace.fromNs());
        long to = pages.indexOf(trace.toNs());
        if (to - from <= TICKS_ON_SCREEN) {
            List<PageLease> leases = new ArrayList<>();
            for (long tick = from; tick < to; ) {
                PageLease lease = pages.page(tick, "scrub");
                leases.add(lease);
                tick = lease.firstTick() + lease.page().count();
            }
            leases.forEach(PageLease::close);
        }
    }

    private void print(Targets targets, Histogram coarse, Histogram exact, CacheSnapshot before, CacheSnapshot after) {
        targets.heading("Scrubbing " + steps + " steps in " + COLUMNS + " columns, seed " + seed);
        targets.below("columns at once, 99 of 100", coarse.getValueAtPercentile(99) / NANOS_A_MILLI, "ms", FRAME_MS);
        targets.told("columns exact and pages, median", exact.getValueAtPercentile(50) / NANOS_A_MILLI, "ms");
        targets.told("columns exact and pages, 99 of 100", exact.getValueAtPercentile(99) / NANOS_A_MILLI, "ms");
        long asked = after.hits() + after.misses() - before.hits() - before.misses();
        targets.told("pages asked for", (double) asked, "");
        targets.above(
                "found decoded (L1)",
                percent(after.hits() - before.hits(), after.misses() - before.misses()),
                "%",
                LEAST_HITS);
        targets.above(
                "decoded from segments (L2)",
                percent(after.segmentHits() - before.segmentHits(), after.segmentMisses() - before.segmentMisses()),
                "%",
                LEAST_HITS);
        long used = after.prefetchedUsed() - before.prefetchedUsed();
        targets.told(
                "read ahead and asked for later", percent(used, after.prefetched() - before.prefetched() - used), "%");
        targets.told("pages given up", (double) (after.evictions() + after.shed()), "");
        targets.told("decoded pages in memory", after.bytes() / 1e6, "MB");
        targets.told("memory pressure", after.pressurePercent(), "%");
    }

    private static double percent(long good, long bad) {
        return good + bad == 0 ? 100 : 100.0 * good / (good + bad);
    }
}
