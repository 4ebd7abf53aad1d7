package ai.backtestr.data.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Whole lines of delimited text. Handed from the thread that read them to the one that parses them.
final class TextBlock {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long EACH_BYTE = 0x0101010101010101L;

    private final byte[] bytes;
    private final int length;

    /// Takes over the first `length` of the bytes.
    TextBlock(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /// Returns the array that was taken over.
    byte[] bytes() {
        return bytes;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /// Returns how many lines end in it, by LF, CR or both.
    long lines() {
        long lines = 0;
        int at = 0;
        for (; at + Long.BYTES < length; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            long ahead = (long) LONGS.get(bytes, at + 1);
            long feeds = equal(word, '\n');
            long bareReturns = equal(word, '\r') & ~equal(ahead, '\n');
            lines += Long.bitCount(feeds) + Long.bitCount(bareReturns);
        }
        for (; at < length; at++) {
            boolean bareReturn = bytes[at] == '\r' && (at + 1 == length || bytes[at + 1] != '\n');
            lines += bytes[at] == '\n' || bareReturn ? 1 : 0;
        }
        return lines;
    }

    /// Returns a word with the top bit set of each byte that is `wanted`.
    private static long equal(long word, char wanted) {
        long zeros = word ^ (EACH_BYTE * wanted);
        return ~(((zeros & LOW_BITS) + LOW_BITS) | zeros | LOW_BITS);
    }

    /// Returns where the last line ends that ends outside of quotes, 0 if none does. A quote opens where a field
    /// begins, and is a character like any other further on; quotes within quotes are doubled.
    static int endOfLines(byte[] bytes, int length, char delimiter) {
        if (!holds(bytes, length, '"')) {
            for (int at = length; at > 0; at--) {
                if (bytes[at - 1] == '\n') {
                    return at;
                }
            }
            return 0;
        }
        int end = 0;
        boolean quoted = false;
        // Where a field begins, and right behind a quote that closes.
        boolean canOpen = true;
        for (int at = 0; at < length; at++) {
            byte b = bytes[at];
            if (quoted) {
                quoted = b != '"';
                canOpen = !quoted;
            } else if (b == '"') {
                quoted = canOpen;
                canOpen = false;
            } else {
                end = b == '\n' ? at + 1 : end;
                canOpen = b == delimiter || b == '\n' || b == '\r';
            }
        }
        return end;
    }

    private static boolean holds(byte[] bytes, int length, char wanted) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (equal((long) LONGS.get(bytes, at), wanted) != 0) {
                return true;
            }
        }
        for (; at < length; at++) {
            if (bytes[at] == wanted) {
                return true;
            }
        }
        return false;
    }
}
