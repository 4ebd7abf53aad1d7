package ai.backtestr.data.segment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Packs blocks of unsigned numbers at a fixed number of bits each, least significant bit first.
///
/// A number is read with one unaligned 8-byte load, so widths are 0 to 57 bits, or 64; and 8 readable bytes must
/// follow the packed ones.
final class BitPacking {
    /// Numbers in a block.
    static final int BLOCK = 256;

    /// Bytes that must be readable behind packed numbers.
    static final int PADDING_BYTES = 8;

    private static final int WIDEST_SHIFTED = 57;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private BitPacking() {}

    /// Returns the width to use for numbers that need `bits` bits.
    static int width(int bits) {
        return bits <= WIDEST_SHIFTED ? bits : Long.SIZE;
    }

    /// Returns how many bytes `count` numbers of that width take.
    static int packedBytes(int count, int width) {
        return (count * width + 7) / 8;
    }

    /// Appends the low `width` bits of each of the first `count` numbers to `out`, whose order is little-endian.
    static void pack(long[] numbers, int count, int width, ByteBuffer out) {
        long mask = width == Long.SIZE ? -1 : (1L << width) - 1;
        long pending = 0;
        int pendingBits = 0;
        for (int i = 0; i < count; i++) {
            long number = numbers[i] & mask;
            pending |= number << pendingBits;
            int bits = pendingBits + width;
            if (bits >= Long.SIZE) {
                out.putLong(pending);
                bits -= Long.SIZE;
                pending = bits == 0 ? 0 : number >>> (width - bits);
            }
            pendingBits = bits;
        }
        for (int bits = pendingBits; bits > 0; bits -= Byte.SIZE) {
            out.put((byte) pending);
            pending >>>= Byte.SIZE;
        }
    }

    /// Reads `count` numbers of `width` bits from `offset` on.
    static void unpack(MemorySegment packed, long offset, int width, int count, long[] numbers) {
        if (width == 0) {
            Arrays.fill(numbers, 0, count, 0);
        } else if (width == Long.SIZE) {
            for (int i = 0; i < count; i++) {
                numbers[i] = packed.get(LONG, offset + (long) i * Long.BYTES);
            }
        } else {
            unpackShifted(packed, offset, width, count, numbers);
        }
    }

    private static void unpackShifted(MemorySegment packed, long offset, int width, int count, long[] numbers) {
        long mask = (1L << width) - 1;
        for (int i = 0; i < count; i++) {
            int bit = i * width;
            numbers[i] = (packed.get(LONG, offset + (bit >>> 3)) >>> (bit & 7)) & mask;
        }
    }
}
