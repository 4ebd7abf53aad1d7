package ai.backtestr.data.cache;

import ai.backtestr.engine.tick.TickPage;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decoded pages in memory, of all instruments of a store: pinned while they are leased, else kept in the order
/// of their last use within a limit of bytes.
///
/// While memory pressure is [#SHEDDING_PERCENT] or more, each look at it halves the limit, and pages are given up
/// until they fit; below, the limit grows back to the most allowed. Invariant: where the pages take more than the
/// limit, each of them is pinned. Any thread; a page is decoded once however many ask for it, outside the lock.
public final class PageCache implements AutoCloseable {
    /// Memory pressure from which on pages are given up, in per cent.
    public static final int SHEDDING_PERCENT = 80;

    /// Bytes of a page's columns: five of 8 bytes, one of 1.
    public static final long PAGE_BYTES = TickPage.DEFAULT_CAPACITY * (5L * Long.BYTES + 1);

    private static final int STEPS_TO_RECOVER = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition loaded = lock.newCondition();
    private final Map<PageKey, CachedPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final PagePool pool = new PagePool();
    private final Set<PageLease> out = new HashSet<>();
    private final CacheCounters counters = new CacheCounters();
    private final IntSupplier pressure;
    private long mostBytes;
    private long limitBytes;
    private boolean closed;

    /// Makes a cache that holds up to `mostBytes` of pages.
    ///
    /// @param pressure tells the memory pressure, 0 to 100
    public PageCache(long mostBytes, IntSupplier pressure) {
        this.mostBytes = mostBytes;
        this.pressure = pressure;
        limitBytes = mostBytes;
    }

    /// Holds up to `bytes` of pages from now on; what is more is freed as soon as nobody uses it.
    public void limit(long bytes) {
        lock.lock();
        try {
            mostBytes = bytes;
            limitBytes = bytes;
            shed(false);
        } finally {
            lock.unlock();
        }
    }

    /// Returns how many pages fit into the limit at the moment.
    int pagesWithinLimit() {
        lock.lock();
        try {
            return (int) Math.min(Integer.MAX_VALUE, limitBytes / PAGE_BYTES);
        } finally {
            lock.unlock();
        }
    }

    /// Leases a page, which is decoded first unless it is there.
    ///
    /// @param holder who asks for it, named where it forgets to give it back
    /// @param firstTick the number of the page's first tick
    PageLease lease(PageKey key, PageLoader loader, String holder, long firstTick) {
        CachedPage page;
        lock.lock();
        try {
            requireOpen();
            CachedPage present = awaitReady(key);
            if (present != null) {
                counters.hit(present.takeReadAhead());
                present.pin();
                return newLease(present, holder, firstTick);
            }
            counters.miss();
            makeRoom();
            page = new CachedPage(key, pool.take(), false);
            pages.put(key, page);
        } finally {
            lock.unlock();
        }
        load(page, loader);
        lock.lock();
        try {
            return newLease(page, holder, firstTick);
        } finally {
            lock.unlock();
        }
    }

    /// Decodes a page unless it is there, it would not fit, or nothing may give way to it.
    void readAhead(PageKey key, PageLoader loader) {
        CachedPage page;
        lock.lock();
        try {
            if (closed || pages.containsKey(key) || !makeRoom()) {
                return;
            }
            page = new CachedPage(key, pool.take(), true);
            pages.put(key, page);
            counters.prefetched();
        } finally {
            lock.unlock();
        }
        load(page, loader);
        lock.lock();
        try {
            unpin(page);
        } finally {
            lock.unlock();
        }
    }

    /// Returns the page once it is ready, `null` if there is none.
    private @Nullable CachedPage awaitReady(PageKey key) {
        CachedPage present = pages.get(key);
        while (present != null && !present.isReady()) {
            loaded.awaitUninterruptibly();
            present = pages.get(key);
        }
        return present;
    }

    private void load(CachedPage page, PageLoader loader) {
        boolean whole = false;
        try {
            boolean fromSegment = loader.load(page.page());
            whole = true;
            settle(page, fromSegment);
        } finally {
            if (!whole) {
                forget(page);
            }
        }
    }

    private void settle(CachedPage page, boolean fromSegment) {
        lock.lock();
        try {
            counters.decoded(fromSegment);
            page.markReady();
            loaded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forget(CachedPage page) {
        lock.lock();
        try {
            pages.remove(page.key());
            pool.giveBack(page.page());
            shed(false);
            loaded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private PageLease newLease(CachedPage page, String holder, long firstTick) {
        PageLease lease = new PageLease(this, page, holder, firstTick);
        out.add(lease);
        return lease;
    }

    boolean isOut(PageLease lease) {
        lock.lock();
        try {
            return out.contains(lease);
        } finally {
            lock.unlock();
        }
    }

    void giveBack(PageLease lease) {
        lock.lock();
        try {
            if (out.remove(lease)) {
                unpin(lease.held());
            }
        } finally {
            lock.unlock();
        }
    }

    private void unpin(CachedPage page) {
        page.unpin();
        shed(false);
    }

    /// Makes sure that a page more is within the limit, or that one can be had from the pool.
    ///
    /// @return false if all pages are pinned and one more exceeds the limit
    private boolean makeRoom() {
        if (pool.hasSpare() || heldBytes() + PAGE_BYTES <= limitBytes) {
            return true;
        }
        CachedPage leastRecent = leastRecentlyUsed();
        if (leastRecent == null || heldBytes() > limitBytes) {
            return false;
        }
        pages.remove(leastRecent.key());
        pool.giveBack(leastRecent.page());
        counters.evicted();
        return true;
    }

    private @Nullable CachedPage leastRecentlyUsed() {
        for (CachedPage page : pages.values()) {
            if (!page.isPinned()) {
                return page;
            }
        }
        return null;
    }

    /// Frees pages nobody uses until the rest is within the limit.
    private void shed(boolean forMemory) {
        while (heldBytes() > limitBytes && pool.hasSpare()) {
            pool.free();
        }
        Iterator<CachedPage> oldestFirst = pages.values().iterator();
        while (heldBytes() > limitBytes && oldestFirst.hasNext()) {
            CachedPage page = oldestFirst.next();
            if (!page.isPinned()) {
                oldestFirst.remove();
                pool.giveBack(page.page());
                pool.free();
                counters.givenUp(forMemory);
            }
        }
    }

    private long heldBytes() {
        return pool.pages() * PAGE_BYTES;
    }

    /// Looks at the memory pressure and adapts to it.
    public void adapt() {
        int percent = pressure.getAsInt();
        lock.lock();
        try {
            counters.pressure(percent);
            if (percent >= SHEDDING_PERCENT) {
                limitBytes = Math.min(limitBytes, heldBytes()) / 2;
                shed(true);
            } else {
                limitBytes = Math.min(mostBytes, limitBytes + mostBytes / STEPS_TO_RECOVER);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns what it did and holds.
    public CacheSnapshot snapshot() {
        lock.lock();
        try {
            long pinned = pages.values().stream().filter(CachedPage::isPinned).count();
            return counters.snapshot(heldBytes(), pinned * PAGE_BYTES, limitBytes);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the page cache was closed");
        }
    }

    /// Frees all pages.
    ///
    /// @throws IllegalStateException if any are leased still, naming who holds them; nothing is freed then
    @Override
    public void close() {
        lock.lock();
        try {
            if (!out.isEmpty()) {
                throw new IllegalStateException("the page cache cannot be closed while pages are in use: "
                        + out.stream().map(PageLease::toString).sorted().collect(Collectors.joining(", ")));
            }
            closed = true;
            pages.values().stream().filter(page -> !page.isPinned()).forEach(page -> pool.giveBack(page.page()));
            pages.values().removeIf(page -> !page.isPinned());
            while (pool.hasSpare()) {
                pool.free();
            }
            limitBytes = 0;
        } finally {
            lock.unlock();
        }
    }
}
