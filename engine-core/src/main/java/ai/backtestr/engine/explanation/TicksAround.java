package ai.backtestr.engine.explanation;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The ticks around a moment.
///
/// @param before the last ticks before it, oldest first
/// @param at all ticks at the very nanosecond
/// @param after the first ticks after it
public record TicksAround(List<Tick> before, List<Tick> at, List<Tick> after) {
    /// One tick, as recorded; of a trade, both prices are its price and both sizes its quantity.
    public record Tick(long timeNs, long bid, long ask, long bidSize, long askSize, boolean isTrade) {}

    /// Reads `source` until `count` ticks after `timeNs` were seen, or to its end. It stays the caller's to close.
    ///
    /// @param count the most ticks to keep on either side
    public static TicksAround of(TickSource source, long timeNs, int count) {
        Deque<Tick> before = new ArrayDeque<>();
        List<Tick> at = new ArrayList<>();
        List<Tick> after = new ArrayList<>();
        try (TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            while (after.size() < count && source.fill(page)) {
                for (int i = 0; i < page.count() && after.size() < count; i++) {
                    long tickNs = page.timeNs(i);
                    if (tickNs < timeNs) {
                        keepLast(before, tick(page, i), count);
                    } else {
                        (tickNs == timeNs ? at : after).add(tick(page, i));
                    }
                }
            }
        }
        return new TicksAround(List.copyOf(before), List.copyOf(at), List.copyOf(after));
    }

    private static void keepLast(Deque<Tick> ticks, Tick tick, int count) {
        ticks.addLast(tick);
        if (ticks.size() > count) {
            ticks.removeFirst();
        }
    }

    private static Tick tick(TickPage page, int index) {
        return new Tick(
                page.timeNs(index),
                page.bidPrice(index),
                page.askPrice(index),
                page.bidQuantity(index),
                page.askQuantity(index),
                TickFlags.isTrade(page.flagBits(index)));
    }
}
