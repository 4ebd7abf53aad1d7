package ai.backtestr.data.cache;

import ai.backtestr.engine.tick.TickPage;

/// A page and how it is used. Guarded by the lock of its [PageCache], but for the ticks, which nobody changes
/// once it is ready.
final class CachedPage {
    private final PageKey key;
    private final TickPage page;
    private int pins;
    private boolean ready;
    private boolean readAhead;

    CachedPage(PageKey key, TickPage page, boolean readAhead) {
        this.key = key;
        this.page = page;
        this.readAhead = readAhead;
        pins = 1;
    }

    PageKey key() {
        return key;
    }

    TickPage page() {
        return page;
    }

    boolean isPinned() {
        return pins > 0;
    }

    void pin() {
        pins++;
    }

    void unpin() {
        pins--;
    }

    boolean isReady() {
        return ready;
    }

    void markReady() {
        ready = true;
    }

    /// Tells whether it was read ahead and not asked for yet; it counts as asked for from now on.
    boolean takeReadAhead() {
        boolean was = readAhead;
        readAhead = false;
        return was;
    }
}
