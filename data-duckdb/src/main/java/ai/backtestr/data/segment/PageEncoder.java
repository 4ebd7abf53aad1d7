package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Turns a page into bytes: its head, see [PageTable], then its groups, each with its columns one after the other,
/// the second of each pair as its distance from the first.
///
/// ```
///   time | bid | ask - bid | bidSize | askSize - bidSize, or askSize | flags, without what the prices tell
/// ```
///
/// Of trades the distances are 0 and take nine bytes a group. Not thread-safe; reused from page to page.
final class PageEncoder {
    private final int capacity;
    private final ColumnEncoder columns = new ColumnEncoder(PageTable.GROUP);
    private final long[] first = new long[PageTable.GROUP];
    private final long[] second = new long[PageTable.GROUP];
    private final long[] crossed = new long[PageTable.GROUP];
    private final TickCell group = new TickCell();
    private final TickCell eight = new TickCell();

    /// Encodes pages of up to `capacity` ticks.
    PageEncoder(int capacity) {
        this.capacity = capacity;
    }

    /// Returns a buffer that any page fits in.
    ByteBuffer newBuffer() {
        int perNumber = Long.BYTES + ColumnEncoder.EXCEPTION_BYTES + 1;
        int perGroup = 8 * (PageTable.GROUP * perNumber + 64) + BitPacking.PADDING_BYTES;
        return ByteBuffer.allocateDirect(PageTable.bytes(capacity) + PageTable.groups(capacity) * perGroup)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Replaces what `out` holds by the page, ready to be read, and `sum` by what the page comes to.
    void encode(TickPage page, ByteBuffer out, TickCell sum) {
        int ticks = page.count();
        int groups = PageTable.groups(ticks);
        out.clear().position(PageTable.bytes(ticks));
        sum.clear();
        eight.clear();
        for (int i = 0; i < groups; i++) {
            int from = i * PageTable.GROUP;
            int to = Math.min(from + PageTable.GROUP, ticks);
            int start = out.position();
            encodeGroup(page, from, to - from, out);
            group.clear();
            group.add(page, from, to);
            int bytes = out.position() - start;
            PageTable.writeEntry(out, i, start, bytes, Checksum.of(out.slice(start, bytes)), group);
            eight.add(group);
            if (i % PageTable.FACTOR == PageTable.FACTOR - 1 || i == groups - 1) {
                PageTable.writeEight(out, ticks, i / PageTable.FACTOR, eight);
                sum.add(eight);
                eight.clear();
            }
        }
        out.flip();
    }

    private void encodeGroup(TickPage page, int from, int count, ByteBuffer out) {
        load(page.time(), from, count, first);
        columns.encode(first, count, out);
        encodePair(page.bid(), page.ask(), from, count, out);
        for (int i = 0; i < count; i++) {
            crossed[i] = second[i] < 0 ? TickFlags.CROSSED : 0;
        }
        encodeSizes(page.bidSize(), page.askSize(), from, count, out);
        for (int i = 0; i < count; i++) {
            first[i] = page.flags().get(JAVA_BYTE, from + i) ^ crossed[i];
        }
        columns.encode(first, count, out);
        out.putLong(0); // what the last block is read with may reach behind it
    }

    /// Leaves in `second` the distances.
    private void encodePair(MemorySegment one, MemorySegment other, int from, int count, ByteBuffer out) {
        load(one, from, count, first);
        load(other, from, count, second);
        columns.encode(first, count, out);
        for (int i = 0; i < count; i++) {
            second[i] -= first[i];
        }
        columns.encode(second, count, out);
    }

    /// Sizes of the ask are kept by themselves where a dictionary of them is shorter than their distances.
    private void encodeSizes(MemorySegment bid, MemorySegment ask, int from, int count, ByteBuffer out) {
        load(bid, from, count, first);
        load(ask, from, count, second);
        columns.encodeSizes(first, count, out);
        for (int i = 0; i < count; i++) {
            second[i] -= first[i];
        }
        int start = out.position();
        columns.encode(second, count, out);
        load(ask, from, count, second);
        columns.addDictionary(second, count, start, out);
    }

    private static void load(MemorySegment column, int from, int count, long[] into) {
        MemorySegment.copy(column, JAVA_LONG, (long) from * Long.BYTES, into, 0, count);
    }
}
