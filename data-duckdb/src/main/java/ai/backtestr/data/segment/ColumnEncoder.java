package ai.backtestr.data.segment;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Writes one column of a page in the fewest bytes of the ways it knows. See [ColumnDecoder] for the layout.
///
/// Not thread-safe; reused from page to page.
final class ColumnEncoder {
    static final byte CONSTANT = 0;
    static final byte PACKED = 1;
    static final byte DELTA = 2;
    static final byte DICTIONARY = 3;

    /// Bytes an exception takes: its place in the block and its number.
    static final int EXCEPTION_BYTES = 1 + Long.BYTES;

    private static final int FEW = 64;

    private final long[] numbers;
    private final long[] block = new long[BitPacking.BLOCK];
    private final int[] countOfBits = new int[Long.SIZE + 1];
    private final DictionaryEncoder dictionary = new DictionaryEncoder();

    /// Encodes columns of up to `capacity` numbers.
    ColumnEncoder(int capacity) {
        numbers = new long[capacity];
    }

    /// Appends the first `count` numbers of `column`, at least one.
    void encode(long[] column, int count, ByteBuffer out) {
        if (isConstant(column, count)) {
            out.put(CONSTANT).putLong(column[0]);
            return;
        }
        int start = out.position();
        encodePacked(column, count, out);
        int packedEnd = out.position();
        encodeDelta(column, count, out);
        keepShorter(start, packedEnd, out);
    }

    /// Appends the first `count` numbers of `column`, which are sizes and may be few distinct ones.
    void encodeSizes(long[] column, int count, ByteBuffer out) {
        int start = out.position();
        encode(column, count, out);
        addDictionary(column, count, start, out);
    }

    /// Puts a dictionary of the numbers themselves in the place of what was appended from `start` on, if it is
    /// shorter.
    void addDictionary(long[] column, int count, int start, ByteBuffer out) {
        int end = out.position();
        boolean worthTrying = end - start > count / 4 && count > FEW;
        if (worthTrying && dictionary.encode(column, count, out)) {
            keepShorter(start, end, out);
        } else {
            out.position(end);
        }
    }

    /// Of two encodings one behind the other, leaves the shorter.
    private static void keepShorter(int start, int firstEnd, ByteBuffer out) {
        int secondBytes = out.position() - firstEnd;
        if (secondBytes < firstEnd - start) {
            ByteBuffer second = out.slice(firstEnd, secondBytes);
            out.position(start).put(second);
        } else {
            out.position(firstEnd);
        }
    }

    private static boolean isConstant(long[] column, int count) {
        for (int i = 1; i < count; i++) {
            if (column[i] != column[0]) {
                return false;
            }
        }
        return true;
    }

    private void encodePacked(long[] column, int count, ByteBuffer out) {
        long divisor = commonDivisor(column, count);
        for (int i = 0; i < count; i++) {
            numbers[i] = column[i] / divisor;
        }
        out.put(PACKED).putLong(divisor).putLong(0);
        encodeBlocks(count, out);
    }

    private void encodeDelta(long[] column, int count, ByteBuffer out) {
        numbers[0] = 0;
        for (int i = 1; i < count; i++) {
            numbers[i] = column[i] - column[i - 1];
        }
        long divisor = commonDivisor(numbers, count);
        for (int i = 1; i < count; i++) {
            numbers[i] /= divisor;
        }
        out.put(DELTA).putLong(divisor).putLong(column[0]);
        encodeBlocks(count, out);
    }

    /// Returns the largest number that divides all, 1 if all are 0. Times in milliseconds are all multiples of 10^6
    /// ns.
    private static long commonDivisor(long[] values, int count) {
        long divisor = 0;
        for (int i = 0; i < count && divisor != 1; i++) {
            divisor = greatestCommonDivisor(Math.abs(values[i]), divisor);
        }
        return divisor <= 0 ? 1 : divisor;
    }

    private static long greatestCommonDivisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    private void encodeBlocks(int count, ByteBuffer out) {
        for (int from = 0; from < count; from += BitPacking.BLOCK) {
            encodeBlock(from, Math.min(BitPacking.BLOCK, count - from), out);
        }
    }

    private void encodeBlock(int from, int count, ByteBuffer out) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, numbers[from + i]);
        }
        for (int i = 0; i < count; i++) {
            block[i] = numbers[from + i] - least;
        }
        int width = cheapestWidth(count);
        int exceptions = exceptionsAt(count, width);
        out.putLong(least).put((byte) width).put((byte) exceptions);
        BitPacking.pack(block, count, width, out);
        for (int i = 0; exceptions > 0 && i < count; i++) {
            if (!fits(block[i], width)) {
                out.put((byte) i).putLong(block[i]);
            }
        }
    }

    /// Returns the width that takes the fewest bytes when the numbers that do not fit are kept aside.
    private int cheapestWidth(int count) {
        Arrays.fill(countOfBits, 0);
        for (int i = 0; i < count; i++) {
            countOfBits[Long.SIZE - Long.numberOfLeadingZeros(block[i])]++;
        }
        int cheapest = Long.SIZE;
        int fewestBytes = Integer.MAX_VALUE;
        int above = 0;
        for (int bits = Long.SIZE; bits >= 0; bits--) {
            int width = BitPacking.width(bits);
            int bytes = BitPacking.packedBytes(count, width) + above * EXCEPTION_BYTES;
            if (bytes <= fewestBytes && above <= Byte.MAX_VALUE) {
                fewestBytes = bytes;
                cheapest = width;
            }
            above += countOfBits[bits];
        }
        return cheapest;
    }

    private int exceptionsAt(int count, int width) {
        int exceptions = 0;
        for (int i = 0; i < count; i++) {
            exceptions += fits(block[i], width) ? 0 : 1;
        }
        return exceptions;
    }

    private static boolean fits(long number, int width) {
        return width == Long.SIZE || number >>> width == 0;
    }
}
