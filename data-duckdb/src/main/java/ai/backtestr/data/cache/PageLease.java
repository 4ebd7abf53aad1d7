package ai.backtestr.data.cache;

import ai.backtestr.engine.tick.TickPage;

/// The right to read a page until this is closed: the page stays in memory, and stays as it is.
///
/// Any thread may read the page and close the lease; nobody may change the page.
public final class PageLease implements AutoCloseable {
    private final PageCache cache;
    private final CachedPage held;
    private final String holder;
    private final long firstTick;

    PageLease(PageCache cache, CachedPage held, String holder, long firstTick) {
        this.cache = cache;
        this.held = held;
        this.holder = holder;
        this.firstTick = firstTick;
    }

    /// Returns the page.
    ///
    /// @throws IllegalStateException if the lease was closed
    public TickPage page() {
        if (!cache.isOut(this)) {
            throw new IllegalStateException(this + " was closed and its page may hold other ticks by now");
        }
        return held.page();
    }

    /// Returns the number of the page's first tick, counted from 0 over all ticks of the symbol.
    public long firstTick() {
        return firstTick;
    }

    CachedPage held() {
        return held;
    }

    /// Gives the page back; a second call does nothing.
    @Override
    public void close() {
        cache.giveBack(this);
    }

    @Override
    public String toString() {
        return "lease of " + held.key() + " by " + holder;
    }
}
