package ai.backtestr.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSourceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    private static final int MOST_PAGES = 4;

    private final AtomicInteger pressure = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();
    private final PageCache cache = new PageCache(MOST_PAGES * PageCache.PAGE_BYTES, pressure::get);

    @AfterEach
    void closeCache() {
        cache.close();
    }

    @Test
    void shouldDecodeAPageOnce() {
        lease(1).close();
        lease(1).close();
        assertThat(loads).hasValue(1);
        assertThat(cache.snapshot().hits()).isEqualTo(1);
        assertThat(cache.snapshot().misses()).isEqualTo(1);
        assertThat(cache.snapshot().hitRatio()).isEqualTo(0.5);
    }

    @Test
    void shouldGiveUpThePageUsedLongestAgo() {
        for (int page = 1; page <= MOST_PAGES; page++) {
            lease(page).close();
        }
        lease(1).close();
        lease(5).close(); // in place of 2
        assertThat(loads).hasValue(5);
        lease(1).close();
        lease(3).close();
        assertThat(loads).hasValue(5);
        lease(2).close();
        assertThat(loads).hasValue(6);
        assertThat(cache.snapshot().evictions()).isEqualTo(2);
        assertThat(cache.snapshot().bytes()).isEqualTo(MOST_PAGES * PageCache.PAGE_BYTES);
    }

    @Test
    void shouldExceedTheLimitForPagesInUseAlone() {
        List<PageLease> leases = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES + 3; page++) {
            leases.add(lease(page));
        }
        assertThat(cache.snapshot().bytes()).isEqualTo((MOST_PAGES + 3) * PageCache.PAGE_BYTES);
        leases.forEach(lease ->
                assertThat(lease.page().timeNs(0)).isEqualTo(lease.held().key().page()));
        cache.readAhead(key(99), this::failing); // declines rather than load
        leases.forEach(PageLease::close);
        assertThat(cache.snapshot().bytes()).isEqualTo(MOST_PAGES * PageCache.PAGE_BYTES);
    }

    @Test
    void shouldGiveUpPagesNobodyUsesWhenMemoryIsShort() {
        PageLease used = lease(0);
        lease(1).close();
        lease(2).close();
        pressure.set(79);
        cache.adapt();
        assertThat(cache.snapshot().bytes()).isEqualTo(3 * PageCache.PAGE_BYTES);
        pressure.set(80);
        for (int look = 0; look < 5; look++) {
            cache.adapt();
        }
        assertThat(cache.snapshot().bytes()).isEqualTo(PageCache.PAGE_BYTES);
        assertThat(cache.snapshot().shed()).isEqualTo(2);
        assertThat(cache.snapshot().pressurePercent()).isEqualTo(80);
        assertThat(used.page().timeNs(0)).isZero();
        used.close();
        assertThat(cache.snapshot().bytes()).isZero();
        pressure.set(10);
        for (int look = 0; look < 20; look++) {
            cache.adapt();
        }
        assertThat(cache.snapshot().limitBytes()).isEqualTo(MOST_PAGES * PageCache.PAGE_BYTES);
    }

    @Test
    void shouldNameWhoHoldsPagesWhenClosed() {
        PageLease held = lease(7);
        assertThatThrownBy(cache::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("page 7")
                .hasMessageContaining("a test");
        assertThat(held.page().timeNs(0)).isEqualTo(7);
        held.close();
    }

    @Test
    void shouldRefuseALeaseThatWasClosed() {
        PageLease lease = lease(3);
        lease.close();
        lease.close();
        assertThatThrownBy(lease::page).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldPassAFailureOnAndForgetThePage() {
        assertThatThrownBy(() -> cache.lease(key(1), this::failing, "a test", 0))
                .isInstanceOf(TickSourceException.class);
        lease(1).close();
        assertThat(loads).hasValue(1);
    }

    @Test
    void shouldCountPagesReadAheadThatWereUsed() {
        cache.readAhead(key(1), into -> load(1, into));
        cache.readAhead(key(2), into -> load(2, into));
        lease(1).close();
        lease(1).close();
        assertThat(loads).hasValue(2);
        assertThat(cache.snapshot().prefetched()).isEqualTo(2);
        assertThat(cache.snapshot().prefetchUsefulness()).isEqualTo(0.5);
        assertThat(cache.snapshot().hitRatio()).isEqualTo(1);
    }

    /// Threads lease, hold, give back, read ahead and adapt at random; a page in use never changes, and pages
    /// nobody uses never exceed the limit.
    @Test
    void shouldKeepPagesInUseAndTheLimitUnderConcurrency() throws Exception {
        long seed = System.nanoTime();
        List<Callable<Void>> users = new ArrayList<>();
        for (int user = 0; user < 4; user++) {
            Random random = new Random(seed + user);
            users.add(() -> use(random, seed));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(users.size())) {
            for (Future<Void> user : threads.invokeAll(users)) {
                user.get();
            }
        }
        CacheSnapshot after = cache.snapshot();
        assertThat(after.pinnedBytes()).as("seed %d", seed).isZero();
        assertThat(after.bytes()).isLessThanOrEqualTo(after.limitBytes());
        assertThat(after.hits()).isPositive();
        assertThat(after.shed()).isPositive();
    }

    private Void use(Random random, long seed) {
        Deque<PageLease> held = new ArrayDeque<>();
        for (int step = 0; step < 3000; step++) {
            int page = random.nextInt(12);
            switch (random.nextInt(8)) {
                case 0 -> cache.readAhead(key(page), into -> load(page, into));
                case 1 -> {
                    pressure.set(random.nextInt(101));
                    cache.adapt();
                }
                case 2, 3, 4 -> held.add(lease(page));
                default -> {
                    if (!held.isEmpty()) {
                        held.poll().close();
                    }
                }
            }
            for (PageLease lease : held) {
                assertThat(lease.page().timeNs(0))
                        .as("seed %d", seed)
                        .isEqualTo(lease.held().key().page());
            }
            CacheSnapshot now = cache.snapshot();
            assertThat(now.bytes())
                    .as("seed %d, %s", seed, now)
                    .isLessThanOrEqualTo(Math.max(now.limitBytes(), now.pinnedBytes()));
            if (held.size() > 3) {
                held.poll().close();
            }
        }
        held.forEach(PageLease::close);
        return null;
    }

    private PageLease lease(int page) {
        return cache.lease(key(page), into -> load(page, into), "a test", 0);
    }

    private boolean load(int page, TickPage into) {
        loads.incrementAndGet();
        into.clear();
        into.appendQuote(page, 1, 2, 0, 0);
        return true;
    }

    private boolean failing(TickPage into) {
        into.clear();
        throw new TickSourceException("the disk is on fire");
    }

    private static PageKey key(int page) {
        return new PageKey("part", page);
    }
}
