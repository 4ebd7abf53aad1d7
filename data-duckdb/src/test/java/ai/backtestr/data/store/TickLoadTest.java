package ai.backtestr.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.MadeUpQuotes;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.segment.SegmentCache;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickSourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is loaded side by side equals what is read one after the other.
class TickLoadTest {
    private static final int[] PARTS = {120_000, 10, 70_000};
    private static final String SYMBOL = MadeUpQuotes.SYMBOL;
    private static final long SMALL_MEMORY = 64L << 20; // chunks of a page or two

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<MadeUpQuotes> quotes = new ArrayList<>();

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TickStore store;

    @BeforeEach
    void storeTicks() throws IOException {
        store = TickStore.open(home);
        long firstNs = Ticks.ns("2024-02-28T00:00:00Z");
        for (int count : PARTS) {
            MadeUpQuotes part = new MadeUpQuotes(firstNs, count, seed + count);
            quotes.add(part);
            store.append(part, Overlap.STOP);
            firstNs = part.timeNs(count - 1) + 1;
        }
        Ticks.deleteSegments(home);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void shouldLoadTheSameFromTheDatabaseAndFromSegments() throws SQLException {
        String digest = Ticks.digest(store, SYMBOL);
        List<String> ticks = Ticks.all(store, SYMBOL);
        assertThat(texts(Long.MIN_VALUE, Long.MAX_VALUE, 4)).isEqualTo(withDigest(ticks, digest));
        store.pages(SYMBOL, PagesProgress.NONE).close();
        assertThat(texts(Long.MIN_VALUE, Long.MAX_VALUE, 4)).isEqualTo(withDigest(ticks, digest));
        assertThat(texts(Long.MIN_VALUE, Long.MAX_VALUE, 1)).isEqualTo(withDigest(ticks, digest));
    }

    @Test
    void shouldLoadAnyStretchAlike() throws SQLException {
        for (int round = 0; round < 6; round++) {
            MadeUpQuotes part = quotes.get(random.nextInt(PARTS.length));
            MadeUpQuotes other = quotes.get(random.nextInt(PARTS.length));
            long one = part.timeNs(random.nextInt(part.count()));
            long two = other.timeNs(random.nextInt(other.count()));
            long fromNs = Math.min(one, two);
            long toNs = Math.max(one, two);
            List<String> loaded = texts(fromNs, toNs, 3);
            loaded.removeLast();
            assertThat(loaded)
                    .as("seed %d, %d to %d", seed, fromNs, toNs)
                    .isEqualTo(Ticks.between(store, SYMBOL, fromNs, toNs));
        }
    }

    @Test
    void shouldTellChunksAndSpeed() {
        try (TickLoad load = store.load(SYMBOL, Long.MIN_VALUE, Long.MAX_VALUE);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            assertThat(load.chunkCount()).isEqualTo(PARTS.length);
            assertThat(load.tickCount()).isEqualTo(190_010);
            while (load.fill(page)) {
                assertThat(page.count()).isPositive();
            }
            assertThat(load.ticksPerSecond()).isPositive();
            assertThat(load.hasTrades()).isFalse();
        }
    }

    @Test
    void shouldStopWhenClosedHalfway() throws SQLException {
        try (Database database = reopen();
                TickPage page = new TickPage(100)) {
            for (int round = 0; round < 20; round++) {
                try (TickLoad load = load(database, Long.MIN_VALUE, Long.MAX_VALUE, 3)) {
                    for (int fills = random.nextInt(900); fills > 0; fills--) {
                        assertThat(load.fill(page)).isTrue();
                    }
                }
            }
        }
        store = TickStore.open(home); // which would fail were a connection still open
    }

    @Test
    void shouldStopWhenInterrupted() throws SQLException {
        try (Database database = reopen();
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                TickLoad load = load(database, Long.MIN_VALUE, Long.MAX_VALUE, 3)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> load.fill(page))
                    .isInstanceOf(TickSourceException.class)
                    .hasMessageContaining("stopped");
            assertThat(Thread.interrupted()).isTrue();
        }
        store = TickStore.open(home);
    }

    @Test
    void shouldPassOnThatTicksAreMissing() throws SQLException {
        try (Database database = reopen();
                DuckDBConnection connection = database.connect();
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                TickLoad load = new TickLoad(
                        database,
                        new SegmentCache(home.resolve("none")),
                        quotes.getFirst().instrument(),
                        plan(connection, Long.MIN_VALUE, Long.MAX_VALUE, 3),
                        new Extent(190_011, false))) {
            assertThatThrownBy(() -> {
                        while (load.fill(page)) {
                            assertThat(page.count()).isPositive();
                        }
                    })
                    .isInstanceOf(TickSourceException.class)
                    .hasMessageContaining("only 190010 of 190011");
        }
        store = TickStore.open(home);
    }

    @Test
    void shouldPassOnWhyAChunkCannotBeRead() throws SQLException {
        try (Database database = reopen();
                DuckDBConnection connection = database.connect();
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
                TickLoad load = load(database, Long.MIN_VALUE, Long.MAX_VALUE, 1)) {
            assertThat(load.fill(page)).isTrue();
            connection.createStatement().execute("ALTER TABLE tick RENAME TO gone");
            assertThatThrownBy(() -> {
                        while (load.fill(page)) {
                            assertThat(page.count()).isPositive();
                        }
                    })
                    .isInstanceOf(TickSourceException.class)
                    .hasMessageContaining(SYMBOL)
                    .hasMessageContaining("tick");
            connection.createStatement().execute("ALTER TABLE gone RENAME TO tick");
        }
        store = TickStore.open(home);
    }

    @Test
    void shouldSplitByMemoryAndCores() {
        Part part = new Part(1, 0, 999_999_999, 30_000_000, false, "stamp");
        ChunkPlan roomy = ChunkPlan.of(List.of(part), Long.MIN_VALUE, Long.MAX_VALUE, 2, 16L << 30);
        assertThat(roomy.pagesAChunk()).isEqualTo(37); // 100 MB of 64 Ki * 41 bytes
        assertThat(roomy.chunks()).hasSize(13);
        assertThat(roomy.workers()).isEqualTo(2);
        ChunkPlan tight = ChunkPlan.of(List.of(part), Long.MIN_VALUE, Long.MAX_VALUE, 8, 1L << 30);
        assertThat(tight.pagesAChunk()).isEqualTo(6); // an eighth of 1 GB over eight threads
        assertThat(tight.workers()).isEqualTo(8);
        long next = 0;
        for (ChunkPlan.Chunk chunk : tight.chunks()) {
            assertThat(chunk.fromNs()).isEqualTo(next);
            next = chunk.toNs();
        }
        assertThat(next).isEqualTo(1_000_000_000);
    }

    private Database reopen() {
        store.close();
        return Database.open(home);
    }

    private ChunkPlan plan(DuckDBConnection connection, long fromNs, long toNs, int cores) throws SQLException {
        return ChunkPlan.of(new Catalogue(connection).parts(SYMBOL, fromNs, toNs), fromNs, toNs, cores, SMALL_MEMORY);
    }

    private TickLoad load(Database database, long fromNs, long toNs, int cores) throws SQLException {
        try (DuckDBConnection connection = database.connect()) {
            SegmentCache cache = new SegmentCache(home.resolve("segments"));
            ChunkPlan plan = plan(connection, fromNs, toNs, cores);
            Instrument instrument = new Catalogue(connection).instrument(SYMBOL).orElseThrow();
            Extent extent = new Extents(new Catalogue(connection), cache)
                    .of(new Catalogue(connection).parts(SYMBOL, fromNs, toNs), fromNs, toNs);
            return new TickLoad(database, cache, instrument, plan, extent);
        }
    }

    /// All ticks of a stretch as [Ticks] writes them, and their digest.
    private List<String> texts(long fromNs, long toNs, int cores) throws SQLException {
        try (Database database = reopen();
                TickSource load = load(database, fromNs, toNs, cores)) {
            List<String> texts = Ticks.texts(load, 1000);
            texts.add(load.dataDigest());
            return texts;
        } finally {
            store = TickStore.open(home);
        }
    }

    private static List<String> withDigest(List<String> ticks, String digest) {
        List<String> all = new ArrayList<>(ticks);
        all.add(digest);
        return all;
    }
}
