package ai.backtestr.benchmarks.scrub;

import ai.backtestr.data.store.KeptRows;
import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.RowKeeping;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/// Tells how long it takes until the first 100 000 rows of a query are read and all of them are kept, and then how
/// long a screen of rows at a random place takes. The rows are deleted again.
///
/// Arguments: the home folder, one SELECT. The exit code is 2 if it could not run.
public final class KeptRowsCheck {
    private static final int FIRST = 100_000;
    private static final int SCREENS = 300;
    private static final int ROWS = 90;
    private static final long SEED = 1;

    private KeptRowsCheck() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2 || !Files.isRegularFile(Path.of(arguments[0]).resolve(TickStore.FILE_NAME))) {
            System.err.println("usage: KeptRowsCheck FOLDER SELECT, with a folder that holds " + TickStore.FILE_NAME);
            System.exit(2);
        }
        try (TickStore store = TickStore.open(Path.of(arguments[0]))) {
            first(store, arguments[1]);
            long startNs = System.nanoTime();
            try (RowKeeping keeping = store.keeping(arguments[1]);
                    KeptRows kept = keeping.run()) {
                tell("all %,d rows kept", kept.count(), System.nanoTime() - startNs);
                screens(kept);
            }
        } catch (StoreException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void first(TickStore store, String sql) {
        long startNs = System.nanoTime();
        try (QueryResult found = store.query(sql)) {
            tell("first %,d rows read", read(found, FIRST), System.nanoTime() - startNs);
        }
    }

    private static int read(QueryResult found, int most) {
        int rows = 0;
        while (rows < most && found.next()) {
            for (int i = 0; i < found.columns().size(); i++) {
                found.text(i);
            }
            rows++;
        }
        return rows;
    }

    private static void screens(KeptRows kept) {
        SplittableRandom random = new SplittableRandom(SEED);
        Histogram times = new Histogram(3);
        for (int i = 0; i < SCREENS; i++) {
            long from = random.nextLong(Math.max(1, kept.count() - ROWS));
            long startNs = System.nanoTime();
            try (QueryResult found = kept.query(
                    "FROM " + kept.table() + " WHERE rowid >= " + from + " AND rowid < " + (from + ROWS)
                            + " ORDER BY rowid",
                    stop -> {})) {
                read(found, ROWS);
            }
            times.recordValue(System.nanoTime() - startNs);
        }
        tell("%d rows at a random place, median", ROWS, times.getValueAtPercentile(50));
        tell("%d rows, 99 of 100 below", ROWS, times.getValueAtPercentile(99));
        tell("%d rows, the longest", ROWS, times.getMaxValue());
    }

    private static void tell(String what, long number, long ns) {
        System.out.printf(Locale.ROOT, "%-40s %,12.1f ms%n", String.format(Locale.ROOT, what, number), ns / 1e6);
    }
}
