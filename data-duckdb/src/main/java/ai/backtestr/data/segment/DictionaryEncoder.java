package ai.backtestr.data.segment;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Writes a column of few distinct numbers, such as sizes, as places in a dictionary of them, the most frequent
/// first. See [ColumnDecoder] for the layout.
///
/// Not thread-safe; reused from column to column.
final class DictionaryEncoder {
    /// The most distinct numbers of a column.
    static final int MOST = 256;

    /// Bytes an exception takes: its place in the block and its place in the dictionary.
    static final int EXCEPTION_BYTES = 2;

    private static final int SLOTS = 4 * MOST;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] keys = new long[SLOTS];
    private final int[] counts = new int[SLOTS];
    private final int[] places = new int[SLOTS];
    private final int[] used = new int[MOST];
    private final long[] order = new long[MOST];
    private final long[] values = new long[MOST];
    private final long[] block = new long[BitPacking.BLOCK];
    private final int[] countOfBits = new int[Long.SIZE + 1];
    private int size;

    /// Appends the first `count` numbers of `column`, unless too many of them are distinct.
    ///
    /// @return whether it did
    boolean encode(long[] column, int count, ByteBuffer out) {
        if (!collect(column, count)) {
            return false;
        }
        sortByFrequency();
        writeValues(out);
        for (int from = 0; from < count; from += BitPacking.BLOCK) {
            writeBlock(column, from, Math.min(BitPacking.BLOCK, count - from), out);
        }
        return true;
    }

    private boolean collect(long[] column, int count) {
        Arrays.fill(counts, 0);
        size = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(column[i]);
            if (counts[slot] == 0) {
                if (size == MOST) {
                    return false;
                }
                keys[slot] = column[i];
                used[size++] = slot;
            }
            counts[slot]++;
        }
        return true;
    }

    private int slot(long number) {
        int slot = (int) ((number * SPREAD) >>> (Long.SIZE - Integer.numberOfTrailingZeros(SLOTS)));
        while (counts[slot] != 0 && keys[slot] != number) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    private void sortByFrequency() {
        for (int i = 0; i < size; i++) {
            order[i] = (long) -counts[used[i]] << Integer.SIZE | used[i];
        }
        Arrays.sort(order, 0, size);
        for (int i = 0; i < size; i++) {
            int slot = (int) order[i];
            places[slot] = i;
            values[i] = keys[slot];
        }
    }

    private void writeValues(ByteBuffer out) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, values[i]);
        }
        long all = 0;
        for (int i = 0; i < size; i++) {
            values[i] -= least;
            all |= values[i];
        }
        int width = BitPacking.width(Long.SIZE - Long.numberOfLeadingZeros(all));
        out.put(ColumnEncoder.DICTIONARY).putLong(least).put((byte) (size - 1)).put((byte) width);
        BitPacking.pack(values, size, width, out);
    }

    private void writeBlock(long[] column, int from, int count, ByteBuffer out) {
        Arrays.fill(countOfBits, 0);
        for (int i = 0; i < count; i++) {
            block[i] = places[slot(column[from + i])];
            countOfBits[Long.SIZE - Long.numberOfLeadingZeros(block[i])]++;
        }
        int width = cheapestWidth(count);
        int exceptionsAt = out.position() + 1;
        out.put((byte) width).put((byte) 0);
        BitPacking.pack(block, count, width, out);
        int exceptions = 0;
        for (int i = 0; i < count; i++) {
            if (block[i] >>> width != 0) {
                out.put((byte) i).put((byte) block[i]);
                exceptions++;
            }
        }
        out.put(exceptionsAt, (byte) exceptions);
    }

    private int cheapestWidth(int count) {
        int cheapest = Byte.SIZE;
        int fewestBytes = Integer.MAX_VALUE;
        int above = 0;
        for (int bits = Byte.SIZE; bits >= 0; bits--) {
            int bytes = BitPacking.packedBytes(count, bits) + above * EXCEPTION_BYTES;
            if (bytes <= fewestBytes && above <= Byte.MAX_VALUE) {
                fewestBytes = bytes;
                cheapest = bits;
            }
            above += countOfBits[bits];
        }
        return cheapest;
    }
}
