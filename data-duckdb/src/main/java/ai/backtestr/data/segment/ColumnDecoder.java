package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Reads what [ColumnEncoder] wrote. All integers little-endian:
///
/// ```
///   constant   0 int8 | value int64
///   packed     1 int8 | divisor int64 | 0 int64     | blocks     number = divisor * block number
///   delta      2 int8 | divisor int64 | first int64 | blocks     number = last + divisor * block number
///   dictionary 3 int8 | least int64 | size - 1 uint8 | width uint8 | width bits per entry | index blocks
///                                                     number = least + entry at the index
///
///   block of up to 256 numbers
///   +-------------+-------------+------------------+----------------------+------------------------------+
///   | least int64 | width uint8 | exceptions uint8 | width bits per number | (place uint8, int64) per exception |
///   +-------------+-------------+------------------+----------------------+------------------------------+
///   block number = least + packed bits; an exception stands for the bits at its place
///
///   index block of up to 256 numbers
///   +-------------+------------------+----------------------+------------------------------------+
///   | width uint8 | exceptions uint8 | width bits per index | (place uint8, index uint8) per exception |
///   +-------------+------------------+----------------------+------------------------------------+
/// ```
///
/// Not thread-safe; reused from page to page.
final class ColumnDecoder {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final long[] block = new long[BitPacking.BLOCK];
    private final long[] dictionary = new long[DictionaryEncoder.MOST];

    ColumnDecoder() {}

    /// Reads `count` numbers from `offset` on into `column`.
    ///
    /// @return the offset behind them
    long decode(MemorySegment encoded, long offset, int count, MemorySegment column) {
        byte encoding = encoded.get(JAVA_BYTE, offset);
        long first = encoded.get(LONG, offset + 1);
        if (encoding == ColumnEncoder.CONSTANT) {
            fill(column, count, first);
            return offset + 1 + Long.BYTES;
        }
        if (encoding == ColumnEncoder.DICTIONARY) {
            return decodeDictionary(encoded, offset + 1 + Long.BYTES, count, first, column);
        }
        long divisor = first;
        long last = encoded.get(LONG, offset + 1 + Long.BYTES);
        long at = offset + 1 + 2 * Long.BYTES;
        for (int from = 0; from < count; from += BitPacking.BLOCK) {
            int numbers = Math.min(BitPacking.BLOCK, count - from);
            long least = encoded.get(LONG, at);
            at = unpackBlock(encoded, at + Long.BYTES, numbers);
            if (encoding == ColumnEncoder.DELTA) {
                last = addUp(column, from, numbers, divisor, least * divisor, last);
            } else {
                scale(column, from, numbers, divisor, least * divisor);
            }
        }
        return at;
    }

    /// Tells whether the column at `offset` holds the numbers of a dictionary.
    static boolean isDictionary(MemorySegment encoded, long offset) {
        return encoded.get(JAVA_BYTE, offset) == ColumnEncoder.DICTIONARY;
    }

    private long decodeDictionary(MemorySegment encoded, long offset, int count, long least, MemorySegment column) {
        int size = 1 + (encoded.get(JAVA_BYTE, offset) & 0xFF);
        int width = encoded.get(JAVA_BYTE, offset + 1) & 0xFF;
        BitPacking.unpack(encoded, offset + 2, width, size, dictionary);
        long at = offset + 2 + BitPacking.packedBytes(size, width);
        for (int from = 0; from < count; from += BitPacking.BLOCK) {
            int numbers = Math.min(BitPacking.BLOCK, count - from);
            at = unpackIndices(encoded, at, numbers);
            for (int i = 0; i < numbers; i++) {
                column.setAtIndex(JAVA_LONG, from + i, least + dictionary[(int) block[i] & 0xFF]);
            }
        }
        return at;
    }

    private long unpackIndices(MemorySegment encoded, long offset, int numbers) {
        int width = encoded.get(JAVA_BYTE, offset) & 0xFF;
        int exceptions = encoded.get(JAVA_BYTE, offset + 1) & 0xFF;
        long at = offset + 2;
        BitPacking.unpack(encoded, at, width, numbers, block);
        at += BitPacking.packedBytes(numbers, width);
        for (int i = 0; i < exceptions; i++) {
            block[encoded.get(JAVA_BYTE, at) & 0xFF] = encoded.get(JAVA_BYTE, at + 1) & 0xFF;
            at += DictionaryEncoder.EXCEPTION_BYTES;
        }
        return at;
    }

    private static void fill(MemorySegment column, int count, long value) {
        for (int i = 0; i < count; i++) {
            column.setAtIndex(JAVA_LONG, i, value);
        }
    }

    private long unpackBlock(MemorySegment encoded, long offset, int numbers) {
        int width = encoded.get(JAVA_BYTE, offset) & 0xFF;
        int exceptions = encoded.get(JAVA_BYTE, offset + 1) & 0xFF;
        long at = offset + 2;
        BitPacking.unpack(encoded, at, width, numbers, block);
        at += BitPacking.packedBytes(numbers, width);
        for (int i = 0; i < exceptions; i++) {
            block[encoded.get(JAVA_BYTE, at) & 0xFF] = encoded.get(LONG, at + 1);
            at += ColumnEncoder.EXCEPTION_BYTES;
        }
        return at;
    }

    private long addUp(MemorySegment column, int from, int numbers, long divisor, long least, long before) {
        long last = before;
        for (int i = 0; i < numbers; i++) {
            last += block[i] * divisor + least;
            column.setAtIndex(JAVA_LONG, from + i, last);
        }
        return last;
    }

    private void scale(MemorySegment column, int from, int numbers, long divisor, long least) {
        for (int i = 0; i < numbers; i++) {
            column.setAtIndex(JAVA_LONG, from + i, block[i] * divisor + least);
        }
    }
}
