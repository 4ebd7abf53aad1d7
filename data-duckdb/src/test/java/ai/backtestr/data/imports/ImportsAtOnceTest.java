package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Imports side by side in one process, and imports that are stopped at some moment.
class ImportsAtOnceTest extends ImportTest {
    private static final int ROWS = 100_000;

    @Test
    void shouldStoreEveryImportOfItsOwnSymbol() throws Exception {
        Path file = write("a.csv", manyTrades(ROWS));
        List<Future<ImportReport>> imports = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                String symbol = "S" + i;
                imports.add(threads.submit(() -> load(symbol, file)));
            }
        }

        String digest = imports.getFirst().get().stored().dataDigest();
        for (Future<ImportReport> done : imports) {
            assertThat(done.get().stored().tally().accepted()).isEqualTo(ROWS);
            assertThat(done.get().stored().dataDigest()).isEqualTo(digest);
        }
        assertThat(Ticks.query(store, "SELECT symbol, sum(ticks) FROM bars_1m GROUP BY symbol ORDER BY symbol"))
                .containsExactly("S0 " + ROWS, "S1 " + ROWS, "S2 " + ROWS, "S3 " + ROWS);
    }

    @RepeatedTest(5)
    void shouldStoreOneOfTwoImportsOfTheSameNewSymbolWithOtherDecimals() throws Exception {
        Path whole = write("whole.csv", manyTrades(ROWS));
        Path fine = write("fine.csv", manyTrades(ROWS).replace("800,", "800.125,"));
        List<Future<ImportReport>> imports;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            imports = List.of(threads.submit(() -> load("BTCUSD", whole)), threads.submit(() -> load("BTCUSD", fine)));
        }

        int stored = 0;
        for (Future<ImportReport> done : imports) {
            try {
                done.get();
                stored++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(StoreException.class);
            }
        }
        assertThat(stored).isEqualTo(1);
        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks")).containsExactly("" + ROWS);
    }

    @RepeatedTest(5)
    void shouldMergeTheSameContentOnce() throws Exception {
        load("BTCUSD", "first.csv", manyTrades(10));
        Path more = write("more.csv", manyTrades(ROWS));
        ImportOptions merge = ImportOptions.DEFAULT.withOverlap(Overlap.MERGE);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<ImportReport>> imports = List.of(
                    threads.submit(() -> load("BTCUSD", merge, more)),
                    threads.submit(() -> load("BTCUSD", merge, more)));
            for (Future<ImportReport> done : imports) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    assertThat(e).cause().isInstanceOf(StoreException.class).hasMessageContaining("stored once");
                }
            }
        }

        assertThat(Ticks.query(store, "SELECT count(*) FROM ticks")).containsExactly("" + (ROWS + 10));
    }

    @RepeatedTest(10)
    void shouldLeaveNothingBehindWhereverItIsStopped() throws IOException {
        long seed = System.nanoTime();
        Path file = write("a.csv", manyTrades(ROWS));
        AtomicLong left = new AtomicLong(new Random(seed).nextInt(26));
        ImportProgress stops = new ImportProgress() {
            @Override
            public void update(long bytesRead, long totalBytes, long rows) {
                left.decrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return left.get() <= 0;
            }
        };

        assertThatThrownBy(() ->
                        new TickImporter(store).importFiles("BTCUSD", List.of(file), ImportOptions.DEFAULT, stops))
                .as("seed %d", seed)
                .isInstanceOf(CancellationException.class);

        assertNothingStored();
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .as("seed %d", seed)
                .noneMatch(name -> name.startsWith("import-"));
        assertThat(Files.exists(home.resolve("segments")) && hasFiles(home.resolve("segments")))
                .isFalse();
        assertThat(load("BTCUSD", file).stored().tally().accepted()).isEqualTo(ROWS);
    }

    private static boolean hasFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
