package ai.backtestr.data.store;

import ai.backtestr.engine.tick.TickPage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fills two pages by turns: while one of them is copied into the database and looked at by another thread, the
/// next is filled. [#next()] is called by one thread at a time, the observer by a thread of its own.
final class PageRelay implements AutoCloseable {
    private final TickPage[] pages = {new TickPage(TickPage.DEFAULT_CAPACITY), new TickPage(TickPage.DEFAULT_CAPACITY)};
    private final ExecutorService watcher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-scan").daemon().factory());
    private final IncomingTicks incoming;
    private final Consumer<TickPage> observer;
    private int turn;
    private @Nullable Future<?> observing;

    /// @param observer is shown every page, the one before while the next is filled
    PageRelay(IncomingTicks incoming, Consumer<TickPage> observer) {
        this.incoming = incoming;
        this.observer = observer;
    }

    /// Returns the page that follows, `null` at the end. It must not be changed and is valid until the call after
    /// the next.
    @Nullable
    TickPage next() {
        TickPage page = pages[turn];
        turn = 1 - turn;
        boolean filled = incoming.fill(page);
        await();
        if (!filled) {
            return null;
        }
        observing = watcher.submit(() -> observer.accept(page));
        return page;
    }

    /// Waits until the observer has seen all pages handed out.
    ///
    /// @throws RuntimeException what it threw
    void await() {
        Future<?> pending = observing;
        observing = null;
        if (pending == null) {
            return;
        }
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
