package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Turns a group of [PageEncoder] back into ticks. Not thread-safe; reused from group to group.
final class PageDecoder {
    private final ColumnDecoder columns = new ColumnDecoder();
    private final MemorySegment flags;

    PageDecoder() {
        flags = Arena.ofAuto().allocate((long) PageTable.GROUP * Long.BYTES, Long.BYTES);
    }

    /// Writes the `count` ticks encoded over ticks `from` and on of `page`.
    void decode(MemorySegment encoded, int count, TickPage page, int from) {
        long at = decodePrices(encoded, count, page, from);
        MemorySegment bidSize = column(page.bidSize(), from, count);
        MemorySegment askSize = column(page.askSize(), from, count);
        at = columns.decode(encoded, at, count, bidSize);
        boolean distances = !ColumnDecoder.isDictionary(encoded, at);
        at = columns.decode(encoded, at, count, askSize);
        columns.decode(encoded, at, count, flags);
        MemorySegment bid = column(page.bid(), from, count);
        MemorySegment ask = column(page.ask(), from, count);
        restoreFlags(bid, ask, page.flags().asSlice(from, count), count);
        if (distances) {
            addFirst(bidSize, askSize, count);
        }
    }

    /// Writes times, bids and asks only.
    ///
    /// @return where the sizes begin
    long decodePrices(MemorySegment encoded, int count, TickPage page, int from) {
        MemorySegment bid = column(page.bid(), from, count);
        MemorySegment ask = column(page.ask(), from, count);
        long at = columns.decode(encoded, 0, count, column(page.time(), from, count));
        at = columns.decode(encoded, at, count, bid);
        at = columns.decode(encoded, at, count, ask);
        addFirst(bid, ask, count);
        return at;
    }

    private static MemorySegment column(MemorySegment whole, int from, int count) {
        return whole.asSlice((long) from * Long.BYTES, (long) count * Long.BYTES);
    }

    private void restoreFlags(MemorySegment bid, MemorySegment ask, MemorySegment bits, int count) {
        for (int i = 0; i < count; i++) {
            long crossed = (ask.getAtIndex(JAVA_LONG, i) - bid.getAtIndex(JAVA_LONG, i)) >>> (Long.SIZE - 1);
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
