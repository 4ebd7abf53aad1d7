package ai.backtestr.data.cache;

import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayDeque;
import java.util.Deque;

/// Pages to decode into, used again as making one costs about as much as decoding it. Guarded by its [PageCache].
final class PagePool {
    private final Deque<TickPage> spare = new ArrayDeque<>();
    private long pages;

    TickPage take() {
        if (hasSpare()) {
            return spare.pop();
        }
        TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY);
        pages++;
        return page;
    }

    void giveBack(TickPage page) {
        spare.push(page);
    }

    boolean hasSpare() {
        return !spare.isEmpty();
    }

    /// Frees a spare page.
    void free() {
        spare.pop().close();
        pages--;
    }

    /// Returns how many pages there are, in use or spare.
    long pages() {
        return pages;
    }
}
