package ai.backtestr.data.store;

import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Fills pages by turns: while one is used and those before it are looked at by another thread, the next is filled.
/// [#next()] is called by one thread at a time, the observer by a thread of its own.
final class PageRelay implements AutoCloseable {
    private static final int PAGES = 4;

    private final List<TickPage> pages = new ArrayList<>();
    private final Deque<Future<?>> observing = new ArrayDeque<>();
    private final ExecutorService watcher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-scan").daemon().factory());
    private final Predicate<TickPage> source;
    private final Consumer<TickPage> observer;
    private int turn;

    /// @param source fills a page, whatever is in it, and tells whether there were any ticks left for it
    /// @param observer is shown every page in order, from a thread of its own
    PageRelay(Predicate<TickPage> source, Consumer<TickPage> observer) {
        this.source = source;
        this.observer = observer;
        for (int i = 0; i < PAGES; i++) {
            pages.add(new TickPage(TickPage.DEFAULT_CAPACITY));
        }
    }

    /// Returns the page that follows, `null` at the end. It must not be changed and is valid until the next call.
    @Nullable
    TickPage next() {
        if (observing.size() == PAGES) {
            await(observing.remove());
        }
        TickPage page = pages.get(turn);
        turn = (turn + 1) % PAGES;
        if (!source.test(page)) {
            return null;
        }
        observing.add(watcher.submit(() -> observer.accept(page)));
        return page;
    }

    /// Waits until the observer has seen all pages handed out.
    ///
    /// @throws RuntimeException what it threw
    void await() {
        while (!observing.isEmpty()) {
            await(observing.remove());
        }
    }

    private static void await(Future<?> pending) {
        try {
            pending.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("interrupted while the ticks were looked at").initCause(e);
        }
    }

    /// Waits for the observer and frees the pages.
    @Override
    public void close() {
        watcher.close();
        for (TickPage page : pages) {
            page.close();
        }
    }
}
