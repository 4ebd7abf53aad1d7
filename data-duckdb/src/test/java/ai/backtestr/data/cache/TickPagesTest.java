package ai.backtestr.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.MadeUpQuotes;
import ai.backtestr.data.SharedFile;
import ai.backtestr.data.Ticks;
import ai.backtestr.data.imports.ImportProgress;
import ai.backtestr.data.imports.TickImporter;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickSourceException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random access over several parts and the turn of a year equals looking at every tick.
class TickPagesTest {
    private static final int PART = 150_000;
    private static final int PARTS = 3;
    private static final String ME = "a test";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final long[] times = new long[PARTS * PART];
    private final long[] bids = new long[PARTS * PART];
    private final long[] asks = new long[PARTS * PART];

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TickStore store;

    @BeforeEach
    void storeTicks() throws IOException {
        store = TickStore.open(home);
        // The first part ends some days before the turn of the year, or after it.
        long firstNs = Ticks.ns("2023-12-20T00:00:00Z");
        for (int part = 0; part < PARTS; part++) {
            MadeUpQuotes quotes = new MadeUpQuotes(firstNs, PART, seed + part);
            store.append(quotes, Overlap.STOP);
            for (int i = 0; i < PART; i++) {
                times[part * PART + i] = quotes.timeNs(i);
                bids[part * PART + i] = quotes.bid(i);
                asks[part * PART + i] = quotes.ask(i);
            }
            firstNs = times[(part + 1) * PART - 1] + 1 + random.nextLong(100_000_000_000_000L);
        }
        Ticks.deleteSegments(home);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void shouldFindAnyMomentAndAnyTick() {
        try (TickPages pages = open()) {
            assertThat(pages.tickCount()).isEqualTo(times.length);
            for (int round = 0; round < 500; round++) {
                long timeNs = times[0] - 10 + random.nextLong(times[times.length - 1] - times[0] + 20);
                long expected = slowIndexOf(timeNs);
                assertThat(pages.indexOf(timeNs))
                        .as("seed %d, %d ns", seed, timeNs)
                        .isEqualTo(expected);
                int tick = random.nextInt(times.length);
                assertThat(pages.timeNs(tick))
                        .as("seed %d, tick %d", seed, tick)
                        .isEqualTo(times[tick]);
                assertThat(pages.indexOf(times[tick])).isEqualTo(slowIndexOf(times[tick]));
            }
            assertThat(pages.indexOf(Long.MIN_VALUE)).isZero();
            assertThat(pages.indexOf(Long.MAX_VALUE)).isEqualTo(times.length);
            assertThat(pages.pageAt(Long.MAX_VALUE, ME)).isEmpty();
            assertThatThrownBy(() -> pages.timeNs(times.length)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldLeaseThePageOfAnyTick() {
        try (TickPages pages = open()) {
            requireAnyPage(pages, 200);
        }
        CacheSnapshot cache = store.pageCache();
        assertThat(cache.hits() + cache.misses()).isEqualTo(200);
        assertThat(cache.segmentMisses()).isZero();
        assertThat(cache.pinnedBytes()).isZero();
    }

    @Test
    void shouldReadAheadInTheDirectionOfTravel() {
        try (TickPages pages = open()) {
            for (long tick = times.length - 1L; tick >= 0; ) {
                try (PageLease lease = pages.page(tick, ME)) {
                    tick = lease.firstTick() - 1;
                }
                pages.awaitReadAhead();
            }
            CacheSnapshot cache = store.pageCache();
            // Three parts of three pages each; the walk waits for what is read ahead.
            assertThat(cache.hits() + cache.misses()).isEqualTo(9);
            assertThat(cache.misses()).isLessThanOrEqualTo(2);
            assertThat(cache.prefetchedUsed()).isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void shouldFillColumnsAsIfEveryTickWasLookedAt() {
        try (TickPages pages = open()) {
            for (int round = 0; round < 150; round++) {
                int columns = 1 + random.nextInt(2500);
                long[] range = randomRange(columns);
                TickColumns exact = new TickColumns(columns);
                TickColumns coarse = new TickColumns(columns);
                pages.columns(range[0], range[1], exact);
                pages.coarseColumns(range[0], range[1], coarse);
                String what = "seed " + seed + ", " + range[0] + " to " + range[1] + " in " + columns;
                assertThat(texts(exact)).as(what).isEqualTo(slowColumns(range[0], range[1], columns));
                requireEnvelope(exact, coarse, what);
            }
        }
    }

    @Test
    void shouldFillColumnsOfAnyLengths() {
        try (TickPages pages = open()) {
            TickColumns uneven = new TickColumns(100);
            TickColumns one = new TickColumns(1);
            for (int round = 0; round < 20; round++) {
                long[] starts = random.longs(101, times[0] - 1000, times[times.length - 1] + 1000)
                        .sorted()
                        .toArray();
                starts[50] = starts[51]; // a column without time has no ticks
                pages.columns(starts, 100, uneven);
                for (int i = 0; i < 100; i++) {
                    String expected = "none";
                    if (starts[i] < starts[i + 1]) {
                        pages.columns(starts[i], starts[i + 1], one);
                        expected = texts(one).getFirst();
                    }
                    assertThat(texts(uneven).get(i))
                            .as("seed %d, column %d", seed, i)
                            .isEqualTo(expected);
                    assertThat(pages.hasTicks(starts[i], starts[i + 1]))
                            .as("seed %d, %d to %d", seed, starts[i], starts[i + 1])
                            .isEqualTo(!expected.equals("none"));
                }
            }
            assertThat(pages.tradeCount()).isZero();
            assertThatThrownBy(() -> pages.columns(new long[] {5, 4}, 1, uneven))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldEmptyColumnsThatAreUsedAgain() {
        try (TickPages pages = open()) {
            TickColumns columns = new TickColumns(10);
            pages.columns(times[0], times[PART], columns);
            pages.columns(0, 1000, columns);
            assertThat(texts(columns)).containsOnly("none");
            assertThatThrownBy(() -> pages.columns(5, 5, columns)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldMakeUpForDamageFromTheDatabaseAndMendIt() throws IOException {
        open().close();
        for (Path segment : segments()) {
            byte[] bytes = Files.readAllBytes(segment);
            for (int page = 0; page < 3; page++) { // in each of the three pages
                bytes[bytes.length * (2 * page + 1) / 6] ^= 4;
            }
            Files.write(segment, bytes);
        }
        try (TickPages pages = open()) {
            requireAnyPage(pages, 40);
            assertThat(store.pageCache().segmentMisses()).as("seed %d", seed).isPositive();
            TickColumns columns = new TickColumns(300);
            for (int round = 0; round < 10; round++) {
                long[] range = randomRange(300);
                pages.columns(range[0], range[1], columns);
                assertThat(texts(columns)).as("seed %d", seed).isEqualTo(slowColumns(range[0], range[1], 300));
            }
            for (int round = 0; round < 50; round++) {
                int tick = random.nextInt(times.length);
                assertThat(pages.timeNs(tick)).isEqualTo(times[tick]);
                assertThat(pages.indexOf(times[tick])).isEqualTo(slowIndexOf(times[tick]));
            }
            pages.awaitRemaking();
            requireAnyPage(pages, 40);
        }
        long before = store.pageCache().segmentMisses();
        try (TickPages pages = open()) {
            requireAnyPage(pages, 40);
        }
        assertThat(store.pageCache().segmentMisses()).isEqualTo(before);
    }

    @Test
    void shouldRefuseTicksThatWereReplacedWhereASegmentIsDamaged() throws IOException {
        open().close();
        Path first = segments().getFirst();
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 6] ^= 4;
        Files.write(first, bytes);
        try (TickPages pages = open()) {
            store.append(new MadeUpQuotes(times[0], PART, seed + 77), Overlap.REPLACE);
            long damaged = 0;
            for (int tick = 0; tick < times.length; tick += 65_000) {
                try (PageLease lease = pages.page(tick, ME)) {
                    assertThat(lease.page().timeNs((int) (tick - lease.firstTick())))
                            .isEqualTo(times[tick]);
                } catch (TickSourceException e) {
                    damaged++;
                }
            }
            assertThat(damaged).as("seed %d", seed).isPositive();
        }
    }

    @Test
    void shouldGoOnWhenTheSegmentsAreDeleted() throws IOException {
        try (TickPages pages = open()) {
            requireAnyPage(pages, 5);
            Ticks.deleteSegments(home);
            Files.delete(home.resolve("segments"));
            requireAnyPage(pages, 20);
            try (TickPages others = open()) {
                requireAnyPage(others, 20);
            }
        }
        assertThat(segments()).hasSize(PARTS);
    }

    @Test
    void shouldStopTheMakingOfSegmentsWhenAsked() throws IOException {
        List<Long> told = new ArrayList<>();
        PagesProgress impatient = new PagesProgress() {
            @Override
            public void update(long ticks, long ofTicks) {
                told.add(ticks);
            }

            @Override
            public boolean cancelled() {
                return told.size() == 4;
            }
        };
        assertThatThrownBy(() -> store.pages(MadeUpQuotes.SYMBOL, impatient)).isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly(65_536L, 131_072L, 150_000L, 215_536L);
        assertThat(segments()).hasSize(1);
    }

    @Test
    void shouldNotCloseTheStoreUnderALease() {
        try (TickPages pages = open()) {
            PageLease lease = pages.page(0, "the trades table");
            assertThatThrownBy(store::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the trades table");
            assertThat(lease.page().timeNs(0)).isEqualTo(times[0]);
            lease.close();
        }
    }

    @Test
    void shouldNameASymbolThatIsUnknown() {
        assertThatThrownBy(() -> store.pages("EURUSB", PagesProgress.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("EURUSD");
    }

    @Test
    void shouldFillColumnsOfRecordedTrades() {
        Path file = SharedFile.of("crypto_bitflyer_BTCJPY/BTC_JPY_trades_20180121_20180128.clean.csv.gz");
        new TickImporter(store).importFile("BTCJPY", file, ImportProgress.NONE);
        List<long[]> trades = new ArrayList<>();
        try (TickSource source = store.ticks("BTCJPY", Long.MIN_VALUE, Long.MAX_VALUE);
                TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            while (source.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    trades.add(new long[] {page.timeNs(i), page.bidPrice(i), page.askPrice(i)});
                }
            }
        }
        try (TickPages pages = store.pages("BTCJPY", PagesProgress.NONE)) {
            long fromNs = trades.getFirst()[0];
            long toNs = trades.getLast()[0] + 1;
            TickColumns columns = new TickColumns(3840);
            pages.columns(fromNs, toNs, columns);
            assertThat(texts(columns)).isEqualTo(slowColumns(trades, fromNs, toNs, 3840));
        }
    }

    private TickPages open() {
        return store.pages(MadeUpQuotes.SYMBOL, PagesProgress.NONE);
    }

    private void requireAnyPage(TickPages pages, int rounds) {
        for (int round = 0; round < rounds; round++) {
            int tick = random.nextInt(times.length);
            try (PageLease lease = pages.page(tick, ME)) {
                int at = (int) (tick - lease.firstTick());
                int other = random.nextInt(lease.page().count());
                for (int i : new int[] {at, other}) {
                    int expected = (int) lease.firstTick() + i;
                    assertThat(lease.page().timeNs(i)).as("seed %d", seed).isEqualTo(times[expected]);
                    assertThat(lease.page().bidPrice(i)).as("seed %d", seed).isEqualTo(bids[expected]);
                    assertThat(lease.page().askPrice(i)).as("seed %d", seed).isEqualTo(asks[expected]);
                }
            }
        }
    }

    /// A stretch of any length, not much narrower than its columns, that can reach beyond the ticks.
    private long[] randomRange(int columns) {
        long length = columns + (1L << random.nextInt(54));
        long fromNs = times[random.nextInt(times.length)] - random.nextLong(length);
        return new long[] {fromNs, fromNs + length};
    }

    private long slowIndexOf(long timeNs) {
        int index = 0;
        while (index < times.length && times[index] < timeNs) {
            index++;
        }
        return index;
    }

    private List<String> slowColumns(long fromNs, long toNs, int columns) {
        List<long[]> within = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (times[i] >= fromNs && times[i] < toNs) {
                within.add(new long[] {times[i], bids[i], asks[i]});
            }
        }
        return slowColumns(within, fromNs, toNs, columns);
    }

    /// Looks at every tick for its column, with exact numbers.
    private static List<String> slowColumns(List<long[]> ticks, long fromNs, long toNs, int columns) {
        List<List<long[]>> sorted = Stream.generate(() -> (List<long[]>) new ArrayList<long[]>())
                .limit(columns)
                .toList();
        BigInteger span = BigInteger.valueOf(toNs - fromNs);
        int column = 0;
        for (long[] tick : ticks) {
            // The last column that begins at or before the tick: floor(i * span / n) <= t - from.
            BigInteger bound = BigInteger.valueOf(tick[0] - fromNs + 1).multiply(BigInteger.valueOf(columns));
            while (column + 1 < columns
                    && BigInteger.valueOf(column + 1L).multiply(span).compareTo(bound) < 0) {
                column++;
            }
            sorted.get(column).add(tick);
        }
        return sorted.stream().map(TickPagesTest::slowText).toList();
    }

    private static String slowText(List<long[]> ticks) {
        if (ticks.isEmpty()) {
            return "none";
        }
        StringBuilder text = new StringBuilder().append(ticks.size());
        for (int price = 1; price <= 2; price++) {
            int of = price;
            text.append(' ').append(ticks.getFirst()[of]);
            text.append(' ')
                    .append(ticks.stream().mapToLong(tick -> tick[of]).min().orElseThrow());
            text.append(' ')
                    .append(ticks.stream().mapToLong(tick -> tick[of]).max().orElseThrow());
            text.append(' ').append(ticks.getLast()[of]);
        }
        return text.toString();
    }

    private static List<String> texts(TickColumns columns) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.add(
                    columns.count(i) == 0
                            ? "none"
                            : columns.count(i) + " " + columns.firstBid(i) + " " + columns.lowBid(i) + " "
                                    + columns.highBid(i) + " " + columns.lastBid(i) + " " + columns.firstAsk(i) + " "
                                    + columns.lowAsk(i) + " " + columns.highAsk(i) + " " + columns.lastAsk(i));
        }
        return texts;
    }

    private static void requireEnvelope(TickColumns exact, TickColumns coarse, String what) {
        for (int i = 0; i < exact.size(); i++) {
            if (exact.count(i) > 0) {
                assertThat(coarse.count(i)).as(what).isGreaterThanOrEqualTo(exact.count(i));
                assertThat(coarse.lowBid(i)).as(what).isLessThanOrEqualTo(exact.lowBid(i));
                assertThat(coarse.highBid(i)).as(what).isGreaterThanOrEqualTo(exact.highBid(i));
                assertThat(coarse.lowAsk(i)).as(what).isLessThanOrEqualTo(exact.lowAsk(i));
                assertThat(coarse.highAsk(i)).as(what).isGreaterThanOrEqualTo(exact.highAsk(i));
            }
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("segments"))) {
            return found.sorted().toList();
        }
    }
}
