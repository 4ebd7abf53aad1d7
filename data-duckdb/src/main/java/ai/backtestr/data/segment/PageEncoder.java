package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Turns a page into bytes: its columns one after the other, the second of each pair as its distance from the first.
///
/// ```
///   time | bid | ask - bid | bidSize | askSize - bidSize | flags, without what the prices tell
/// ```
///
/// Of trades the distances are 0 and take nine bytes a page. Not thread-safe; reused from page to page.
final class PageEncoder {
    private final int capacity;
    private final ColumnEncoder columns;
    private final long[] first;
    private final long[] second;

    /// Encodes pages of up to `capacity` ticks.
    PageEncoder(int capacity) {
        this.capacity = capacity;
        columns = new ColumnEncoder(capacity);
        first = new long[capacity];
        second = new long[capacity];
    }

    /// Returns a buffer that any page fits in.
    ByteBuffer newBuffer() {
        int perNumber = Long.BYTES + ColumnEncoder.EXCEPTION_BYTES + 1;
        return ByteBuffer.allocateDirect(7 * (capacity * perNumber + 64) + BitPacking.PADDING_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Replaces what `out` holds by the page, ready to be read.
    void encode(TickPage page, ByteBuffer out) {
        int count = page.count();
        out.clear();
        load(page.time(), count, first);
        columns.encode(first, count, out);
        encodePair(page.bid(), page.ask(), count, out);
        markCrossed(count);
        long[] crossed = second.clone();
        encodePair(page.bidSize(), page.askSize(), count, out);
        for (int i = 0; i < count; i++) {
            first[i] = page.flags().get(JAVA_BYTE, i) ^ crossed[i];
        }
        columns.encode(first, count, out);
        out.putLong(0); // what the last block is read with may reach behind it
        out.flip();
    }

    private void encodePair(MemorySegment one, MemorySegment other, int count, ByteBuffer out) {
        load(one, count, first);
        load(other, count, second);
        columns.encode(first, count, out);
        for (int i = 0; i < count; i++) {
            second[i] -= first[i];
        }
        columns.encode(second, count, out);
    }

    /// Leaves in `second` the flag that a negative spread stands for.
    private void markCrossed(int count) {
        for (int i = 0; i < count; i++) {
            second[i] = second[i] < 0 ? TickFlags.CROSSED : 0;
        }
    }

    private static void load(MemorySegment column, int count, long[] into) {
        MemorySegment.copy(column, JAVA_LONG, 0, into, 0, count);
    }
}
