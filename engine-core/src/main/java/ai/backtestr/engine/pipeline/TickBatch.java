package ai.backtestr.engine.pipeline;

import ai.backtestr.engine.tick.TickPage;
import org.jspecify.annotations.Nullable;

/// A slot of the ring: which ticks of which page. The ticks themselves are never copied.
///
/// The producer writes a slot before it publishes the sequence, the engine thread reads it after; the ring orders
/// both.
final class TickBatch {
    @Nullable
    TickPage page;

    int from;
    int to;

    /// When it entered the ring, by `System.nanoTime`.
    long enteredNs;

    /// Whether the page goes back to the producer after this batch.
    boolean isLastOfPage;

    /// Whether the run ends here; there is no page then.
    boolean isEnd;

    void set(TickPage newPage, int newFrom, int newTo, boolean lastOfPage) {
        page = newPage;
        from = newFrom;
        to = newTo;
        isLastOfPage = lastOfPage;
        isEnd = false;
    }

    void setEnd() {
        page = null;
        isEnd = true;
    }
}
