package ai.backtestr.benchmarks;

import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.TickStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A store with a year of made-up quotes, 30 million, gone after the benchmark.
final class YearStore implements AutoCloseable {
    static final int TICKS = 30_000_000;
    static final String SYMBOL = SyntheticTicks.EURUSD.symbol();

    private final Path home;
    private final TickStore store;

    YearStore() {
        try {
            home = Files.createTempDirectory("backtestr-year");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = TickStore.open(home);
        store.append(new MadeUpImport(TICKS), Overlap.STOP);
    }

    /// Deletes what imports leave beside the database.
    void dropSegments() {
        QuoteFile.delete(home.resolve("segments"));
    }

    TickStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        QuoteFile.delete(home);
    }
}
