package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Turns the bytes of [PageEncoder] back into a page. Not thread-safe; reused from page to page.
final class PageDecoder {
    private final ColumnDecoder columns = new ColumnDecoder();
    private final MemorySegment flags;

    /// Decodes pages of up to `capacity` ticks.
    PageDecoder(int capacity) {
        flags = Arena.ofAuto().allocate((long) capacity * Long.BYTES, Long.BYTES);
    }

    /// Replaces what `page` holds by the `count` ticks encoded.
    void decode(MemorySegment encoded, int count, TickPage page) {
        long at = columns.decode(encoded, 0, count, page.time());
        at = columns.decode(encoded, at, count, page.bid());
        at = columns.decode(encoded, at, count, page.ask());
        at = columns.decode(encoded, at, count, page.bidSize());
        at = columns.decode(encoded, at, count, page.askSize());
        columns.decode(encoded, at, count, flags);
        restoreFlags(page, count);
        addFirst(page.bid(), page.ask(), count);
        addFirst(page.bidSize(), page.askSize(), count);
        page.setCount(count);
    }

    private void restoreFlags(TickPage page, int count) {
        MemorySegment spread = page.ask();
        MemorySegment bits = page.flags();
        for (int i = 0; i < count; i++) {
            long crossed = spread.getAtIndex(JAVA_LONG, i) >>> (Long.SIZE - 1);
            long stored = flags.getAtIndex(JAVA_LONG, i);
            bits.set(JAVA_BYTE, i, (byte) (stored ^ (crossed * TickFlags.CROSSED)));
        }
    }

    private static void addFirst(MemorySegment first, MemorySegment second, int count) {
        for (int i = 0; i < count; i++) {
            second.setAtIndex(JAVA_LONG, i, second.getAtIndex(JAVA_LONG, i) + first.getAtIndex(JAVA_LONG, i));
        }
    }
}
