package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read from segments equals what is read from the database, whatever becomes of the segments.
class StoredSegmentsTest {
    private static final int ROWS = 150_000;
    private static final long FIRST_NS = 1_400_000_000_000L * 1_000_000;
    private static final String SYMBOL = "EURUSD";

    @TempDir
    Path home;

    @TempDir
    Path files;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TickStore store;

    private List<String> fromDatabase = List.of();
    private String digest = "";

    @BeforeEach
    void importTicks() throws IOException {
        store = TickStore.open(home);
        load(FIRST_NS, 1);
        assertThat(segments()).hasSize(1);
        Ticks.deleteSegments(home);
        fromDatabase = Ticks.all(store, SYMBOL);
        digest = Ticks.digest(store, SYMBOL);
        assertThat(segments()).isEmpty();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void shouldLeaveASegmentWhenAllOfAPartWasRead() throws IOException {
        assertThat(readAll()).isEqualTo(digest);
        assertThat(segments()).hasSize(1);
        assertThat(Files.size(segments().getFirst())).isLessThan(5L * ROWS);
        assertThat(readAll()).isEqualTo(digest);
        assertThat(Ticks.all(store, SYMBOL)).isEqualTo(fromDatabase);
        assertThat(Ticks.digest(store, SYMBOL)).isEqualTo(digest);
    }

    @Test
    void shouldTellHowLongEachPageOfASegmentAndEachQueryTook() {
        AtomicInteger pages = new AtomicInteger();
        AtomicInteger queries = new AtomicInteger();
        readAll();
        store.tellTimes(
                nanoseconds -> pages.addAndGet(nanoseconds > 0 ? 1 : 1000),
                nanoseconds -> queries.addAndGet(nanoseconds > 0 ? 1 : 1000));
        readAll();
        assertThat(pages).hasValue((ROWS + TickPage.DEFAULT_CAPACITY - 1) / TickPage.DEFAULT_CAPACITY);
        assertThat(queries).hasValue(0);
        store.query("SELECT 1").close();
        assertThatThrownBy(() -> store.query("SELEC 1")).isInstanceOf(StoreException.class);
        assertThat(store.symbols()).hasSize(1);
        assertThat(queries).hasValue(3);
    }

    @Test
    void shouldLeaveASegmentOfTheImport() throws IOException {
        load(FIRST_NS + 100_000_000_000_000L, 3);
        assertThat(segments()).hasSize(1);
        List<String> fromSegment = Ticks.all(store, SYMBOL);
        String digestOfBoth = readAll();
        Ticks.deleteSegments(home);
        assertThat(Ticks.all(store, SYMBOL)).isEqualTo(fromSegment);
        assertThat(Ticks.digest(store, SYMBOL)).isEqualTo(digestOfBoth);
    }

    @Test
    void shouldReadAnyStretchAlike() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        readAll();
        List<String> all = fromDatabase;
        for (int round = 0; round < 8; round++) {
            int from = random.nextInt(ROWS);
            long fromNs = timeNs(all.get(from));
            long toNs = timeNs(all.get(from + random.nextInt(ROWS - from)));
            List<String> expected = all.stream()
                    .filter(tick -> timeNs(tick) >= fromNs && timeNs(tick) < toNs)
                    .toList();
            assertThat(Ticks.between(store, SYMBOL, fromNs, toNs))
                    .as("seed %d, %d to %d", seed, fromNs, toNs)
                    .isEqualTo(expected);
        }
    }

    @Test
    void shouldReadTheDatabaseAgainWhereASegmentIsDamaged() throws IOException {
        readAll();
        Path segment = segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertThat(Ticks.all(store, SYMBOL)).isEqualTo(fromDatabase);
        assertThat(readAll()).isEqualTo(digest);
        assertThat(readAll()).isEqualTo(digest);
    }

    @Test
    void shouldDoWithoutSegmentsThatWereDeletedOrCutOff() throws IOException {
        readAll();
        Path segment = segments().getFirst();
        Files.write(segment, new byte[] {1, 2, 3});
        assertThat(readAll()).isEqualTo(digest);
        Files.delete(segments().getFirst());
        assertThat(readAll()).isEqualTo(digest);
        assertThat(segments()).hasSize(1);
    }

    @Test
    void shouldNotServeWhatWasReplaced() throws IOException {
        readAll();
        load(FIRST_NS + 1_000_000_000_000L, 2);
        List<String> fromSegments = Ticks.all(store, SYMBOL);
        Ticks.deleteSegments(home);
        String replaced = Ticks.digest(store, SYMBOL);
        List<String> ticks = Ticks.all(store, SYMBOL);
        assertThat(ticks).isEqualTo(fromSegments);
        assertThat(replaced).isNotEqualTo(digest);
        assertThat(readAll()).isEqualTo(replaced);
        assertThat(readAll()).isEqualTo(replaced);
        assertThat(Ticks.all(store, SYMBOL)).isEqualTo(ticks);
    }

    @Test
    void shouldDeleteSegmentsOfPartsThatAreGone() throws IOException {
        readAll();
        Path stray = Files.writeString(segments().getFirst().resolveSibling("part-99.segment"), "stray");
        store.close();
        store = TickStore.open(home);
        assertThat(stray).doesNotExist();
        assertThat(segments()).hasSize(1);
        assertThat(readAll()).isEqualTo(digest);
    }

    /// Reads in pages of the engine's size, as runs do, and returns the digest.
    private String readAll() {
        try (TickSource source = store.ticks(SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            long ticks = 0;
            while (source.fill(page)) {
                ticks += page.count();
            }
            assertThat(ticks).isEqualTo(source.tickCount());
            return source.dataDigest();
        }
    }

    private void load(long firstNs, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("time,bid,ask\n");
        long timeMs = firstNs / 1_000_000;
        for (int i = 0; i < ROWS; i++) {
            timeMs += random.nextInt(60);
            int bid = 137_000 + random.nextInt(1000);
            csv.append(timeMs)
                    .append(",1.")
                    .append(bid - 100_000)
                    .append(",1.")
                    .append(bid - 99_997)
                    .append('\n');
        }
        Path file = Files.writeString(files.resolve("eurusd-" + seed + ".csv"), csv);
        new TickImporter(store)
                .importFiles(
                        SYMBOL, List.of(file), ImportOptions.DEFAULT.withOverlap(Overlap.REPLACE), ImportProgress.NONE);
    }

    private static long timeNs(String tick) {
        return Long.parseLong(tick.substring(0, tick.indexOf(' ')));
    }

    private List<Path> segments() throws IOException {
        Path folder = home.resolve("segments");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
