package ai.backtestr.benchmarks;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickColumns;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long it takes to find a random moment in a year of quotes, to lease its page, and to sum all of the year
/// up for a chart of 3 840 columns; beside the latter the reading of every tick.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class RandomAccessBenchmark {
    private static final int COLUMNS = 3840;

    private final YearStore year = new YearStore();
    private final TickPages pages = year.store().pages(YearStore.SYMBOL, PagesProgress.NONE);
    private final TickColumns columns = new TickColumns(COLUMNS);
    private final TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
    private final Random random = new Random(1);
    private final long firstNs = pages.timeNs(0);
    private final long lastNs = pages.timeNs(pages.tickCount() - 1);

    @TearDown
    public void close() {
        pages.close();
        page.close();
        year.close();
    }

    private long moment() {
        return random.nextLong(firstNs, lastNs);
    }

    @Benchmark
    public long findMoment() {
        return pages.indexOf(moment());
    }

    @Benchmark
    public long leasePageOfMoment() {
        try (PageLease lease = pages.pageAt(moment(), "benchmark").orElseThrow()) {
            return lease.page().timeNs(0);
        }
    }

    @Benchmark
    public long exactColumnsOfYear() {
        pages.columns(firstNs, lastNs + 1, columns);
        return columns.highBid(COLUMNS / 2);
    }

    @Benchmark
    public long coarseColumnsOfYear() {
        pages.coarseColumns(firstNs, lastNs + 1, columns);
        return columns.highBid(COLUMNS / 2);
    }

    @Benchmark
    public long everyTickOfYear() {
        long high = Long.MIN_VALUE;
        try (TickSource source = year.store().ticks(YearStore.SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (source.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    high = Math.max(high, page.bidPrice(i));
                }
            }
        }
        return high;
    }
}
