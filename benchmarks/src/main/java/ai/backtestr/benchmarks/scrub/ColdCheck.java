package ai.backtestr.benchmarks.scrub;

import ai.backtestr.data.cache.TickColumns;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.TickStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Reads the columns of a chart where the system has none of the segments in memory, as on the day after. Only
/// `dd` of the GNU tools can have it forget a file without special rights; where there is none, this is skipped.
final class ColdCheck {
    private static final int ROUNDS = 60;
    private static final int COLUMNS = 1920;

    /// As many as a chart reads at once.
    private static final int AT_ONCE = 256;

    private static final double NANOS_A_MILLI = 1e6;
    private static final double TARGET_MS = 100;

    private final TickStore store;
    private final String symbol;
    private final Path segments;
    private final Random random;
    private final TickColumns columns = new TickColumns(AT_ONCE);

    ColdCheck(TickStore store, String symbol, Path home, long seed) {
        this.store = store;
        this.symbol = symbol;
        segments = home.resolve("segments");
        random = new Random(seed);
    }

    void run(Targets targets) {
        targets.heading("All " + COLUMNS + " columns of a chart, nothing in memory");
        if (!forget()) {
            targets.skipped("a tenth to nine tenths of the history", "there is no dd that forgets");
            return;
        }
        Histogram took = new Histogram(3);
        for (int i = 0; i < ROUNDS; i++) {
            forget(); // what is mapped stays, so the ticks are opened anew
            try (TickPages pages = store.pages(symbol, PagesProgress.NONE)) {
                took.recordValue(read(pages));
            }
        }
        targets.told(
                "a tenth to nine tenths of the history, median", took.getValueAtPercentile(50) / NANOS_A_MILLI, "ms");
        targets.below("95 of 100", took.getValueAtPercentile(95) / NANOS_A_MILLI, "ms", TARGET_MS);
        targets.told("longest", took.getMaxValue() / NANOS_A_MILLI, "ms");
    }

    private long read(TickPages pages) {
        long firstNs = pages.timeNs(0);
        long all = pages.timeNs(pages.tickCount() - 1) - firstNs;
        long span = (long) (all * random.nextDouble(0.1, 0.9));
        long fromNs = firstNs + (long) ((all - span) * random.nextDouble());
        long startNs = System.nanoTime();
        long[] starts = new long[AT_ONCE + 1];
        for (int from = 0; from < COLUMNS; from += AT_ONCE) {
            int count = Math.min(AT_ONCE, COLUMNS - from);
            for (int i = 0; i <= count; i++) {
                starts[i] = fromNs + (long) ((double) span * (from + i) / COLUMNS);
            }
            pages.columns(starts, count, columns);
        }
        return System.nanoTime() - startNs;
    }

    /// Has the system forget what it holds of the segments.
    ///
    /// @return false if it cannot be told to
    private boolean forget() {
        try (Stream<Path> files = Files.list(segments)) {
            boolean forgotten = true;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Process dd = new ProcessBuilder(List.of("dd", "if=" + file, "iflag=nocache", "count=0"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                forgotten &= dd.waitFor() == 0;
            }
            return forgotten;
        } catch (IOException e) {
            return false; // no dd
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
