package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a segment's directory tells of one page without decoding it.
///
/// @param offset where its bytes begin in the file
/// @param bytes how many they are
/// @param headChecksum CRC-32C of its head, see [PageTable]
/// @param cell what its ticks come to; not to be changed
/// @param digestOne first half of the state of its ticks' digest
/// @param digestTwo second half of it
record PageEntry(long offset, int bytes, int headChecksum, TickCell cell, long digestOne, long digestTwo) {
    static final int BYTES = 3 * Long.BYTES + 2 * Integer.BYTES + TickCell.BYTES;

    int ticks() {
        return (int) cell.count();
    }

    TickDigest digest() {
        return new TickDigest(digestOne, digestTwo, cell.count());
    }

    void writeTo(ByteBuffer out) {
        out.putLong(offset).putInt(bytes).putInt(headChecksum);
        out.putLong(digestOne).putLong(digestTwo);
        cell.writeTo(out);
    }

    static PageEntry readFrom(ByteBuffer in) {
        ByteBuffer entry = in.slice(in.position(), BYTES).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + BYTES);
        TickCell cell = new TickCell();
        cell.read(MemorySegment.ofBuffer(entry), 3 * Long.BYTES + 2 * Integer.BYTES);
        return new PageEntry(
                entry.getLong(0), entry.getInt(8), entry.getInt(12), cell, entry.getLong(16), entry.getLong(24));
    }
}
