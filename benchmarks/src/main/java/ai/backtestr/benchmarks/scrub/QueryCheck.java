package ai.backtestr.benchmarks.scrub;

import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Asks for an hour of ticks at random moments, from the store's own reading and in SQL, and for daily bars.
final class QueryCheck {
    private static final int ROUNDS = 30;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double TARGET_MS = 50;

    private final TickStore store;
    private final TickPages pages;
    private final Random random;

    QueryCheck(TickStore store, TickPages pages, long seed) {
        this.store = store;
        this.pages = pages;
        random = new Random(seed);
    }

    void run(Targets targets) {
        targets.heading("Queries, " + ROUNDS + " of each");
        String symbol = pages.instrument().symbol();
        time(targets, "an hour of ticks, read into pages", () -> read(symbol, moment()));
        time(targets, "an hour of ticks, summed up in SQL", () -> {
            long fromNs = moment();
            return ask("SELECT count(*), min(bid), max(bid) FROM ticks WHERE symbol = '" + symbol.replace("'", "''")
                    + "' AND time >= make_timestamp_ns(" + fromNs + ") AND time < make_timestamp_ns("
                    + (fromNs + TimeUnit.HOURS.toNanos(1)) + ")");
        });
        if (exists("daily_ohlcv")) {
            time(
                    targets,
                    "daily_ohlcv of the symbol",
                    () -> ask("SELECT * FROM daily_ohlcv WHERE symbol = '" + symbol.replace("'", "''") + "'"));
        } else {
            targets.skipped("daily_ohlcv of the symbol", "this store has no such view");
        }
    }

    private long moment() {
        return random.nextLong(pages.timeNs(0), pages.timeNs(pages.tickCount() - 1) + 1);
    }

    private static void time(Targets targets, String what, Query query) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < ROUNDS; i++) {
            long startNs = System.nanoTime();
            query.run();
            histogram.recordValue(System.nanoTime() - startNs);
        }
        targets.below(what + ", median", histogram.getValueAtPercentile(50) / NANOS_A_MILLI, "ms", TARGET_MS);
        targets.told(what + ", longest", histogram.getMaxValue() / NANOS_A_MILLI, "ms");
    }

    private long read(String symbol, long fromNs) {
        long ticks = 0;
        try (TickSource source = store.ticks(symbol, fromNs, fromNs + TimeUnit.HOURS.toNanos(1));
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            while (source.fill(page)) {
                ticks += page.count();
            }
        }
        return ticks;
    }

    private long ask(String sql) {
        long rows = 0;
        try (QueryResult result = store.query(sql)) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    private boolean exists(String name) {
        try {
            return ask("SELECT * FROM " + name + " LIMIT 0") == 0;
        } catch (StoreException e) {
            return false;
        }
    }

    /// Runs one query and returns something of its result.
    @FunctionalInterface
    private interface Query {
        long run();
    }
}
