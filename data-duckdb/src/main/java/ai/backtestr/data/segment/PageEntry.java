package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import java.nio.ByteBuffer;

/// What a segment's directory tells of one page without decoding it.
///
/// @param offset where its bytes begin in the file
/// @param bytes how many they are
/// @param checksum CRC-32C of them
/// @param ticks how many ticks it holds
/// @param firstNs time of the first, nanoseconds since the epoch, UTC
/// @param lastNs time of the last
/// @param lowBid lowest bid, of trades lowest price
/// @param highBid highest bid, of trades highest price
/// @param digestOne first half of the state of its ticks' digest
/// @param digestTwo second half of it
record PageEntry(
        long offset,
        int bytes,
        int checksum,
        int ticks,
        long firstNs,
        long lastNs,
        long lowBid,
        long highBid,
        long digestOne,
        long digestTwo) {
    static final int BYTES = 7 * Long.BYTES + 3 * Integer.BYTES;

    /// Sums up a page that was written to that place.
    static PageEntry of(TickPage page, long offset, int bytes, int checksum) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < page.count(); i++) {
            low = Math.min(low, page.bidPrice(i));
            high = Math.max(high, page.bidPrice(i));
        }
        TickDigest digest = new TickDigest();
        digest.add(page, 0, page.count());
        return new PageEntry(
                offset,
                bytes,
                checksum,
                page.count(),
                page.timeNs(0),
                page.timeNs(page.count() - 1),
                low,
                high,
                digest.one(),
                digest.two());
    }

    TickDigest digest() {
        return new TickDigest(digestOne, digestTwo, ticks);
    }

    void writeTo(ByteBuffer out) {
        out.putLong(offset)
                .putInt(bytes)
                .putInt(checksum)
                .putInt(ticks)
                .putLong(firstNs)
                .putLong(lastNs);
        out.putLong(lowBid).putLong(highBid).putLong(digestOne).putLong(digestTwo);
    }

    static PageEntry readFrom(ByteBuffer in) {
        long offset = in.getLong();
        int bytes = in.getInt();
        int checksum = in.getInt();
        int ticks = in.getInt();
        PageEntry entry = new PageEntry(
                offset,
                bytes,
                checksum,
                ticks,
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong());
        return entry;
    }
}
