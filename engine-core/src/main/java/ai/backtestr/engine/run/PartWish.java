package ai.backtestr.engine.run;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The wish of somebody who watches a run to see what came of it so far. One at a time; a later one takes its place.
///
/// Threads: wished for by any thread, granted by the engine thread between batches. While nothing is wished for it
/// costs a read a batch, and it never changes what comes out.
final class PartWish {
    private record Wish(long atNanos, Consumer<BacktestResult> taker) {}

    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();

    /// @param atNanos when, by [System#nanoTime()]
    void make(long atNanos, Consumer<BacktestResult> taker) {
        wish.set(new Wish(atNanos, taker));
    }

    /// Hands over what came of the run so far, if that is due.
    ///
    /// @param part makes it
    void grant(Supplier<BacktestResult> part) {
        Wish due = wish.get();
        if (due != null && System.nanoTime() - due.atNanos >= 0 && wish.compareAndSet(due, null)) {
            due.taker.accept(part.get());
        }
    }
}
