package ai.backtestr.data.segment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The head of a stored page: where its groups of 1 024 ticks are, and the two finest levels of the pyramid.
///
/// ```
///   +-------------------+-----+-----------------+-----+---------+---------+-----+
///   | entry of group 0  | ... | cell of 8 groups | ... | group 0 | group 1 | ... |
///   +-------------------+-----+-----------------+-----+---------+---------+-----+
///   entry: offset in the page int32 | bytes int32 | CRC-32C int32 | cell
/// ```
///
/// The directory has the checksum of the head, the head those of the groups.
final class PageTable {
    /// Ticks in a group; the last of a page may have fewer.
    static final int GROUP = 1024;

    /// How many cells of a level make one of the next.
    static final int FACTOR = 8;

    private static final int ENTRY_BYTES = 3 * Integer.BYTES + TickCell.BYTES;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private PageTable() {}

    static int groups(int ticks) {
        return (ticks + GROUP - 1) / GROUP;
    }

    /// Returns how many cells of [#FACTOR] groups there are, the last of which may have fewer.
    static int eights(int ticks) {
        return (groups(ticks) + FACTOR - 1) / FACTOR;
    }

    /// Returns how many bytes the head of a page of so many ticks takes.
    static int bytes(int ticks) {
        return groups(ticks) * ENTRY_BYTES + eights(ticks) * TickCell.BYTES;
    }

    static void writeEntry(ByteBuffer page, int group, int offset, int bytes, int checksum, TickCell cell) {
        ByteBuffer entry = at(page, group * ENTRY_BYTES);
        entry.putInt(offset).putInt(bytes).putInt(checksum);
        cell.writeTo(entry);
    }

    static void writeEight(ByteBuffer page, int ticks, int eight, TickCell cell) {
        cell.writeTo(at(page, groups(ticks) * ENTRY_BYTES + eight * TickCell.BYTES));
    }

    private static ByteBuffer at(ByteBuffer page, int offset) {
        return page.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset);
    }

    static int groupOffset(MemorySegment page, int group) {
        return page.get(INT, (long) group * ENTRY_BYTES);
    }

    static int groupBytes(MemorySegment page, int group) {
        return page.get(INT, (long) group * ENTRY_BYTES + Integer.BYTES);
    }

    static int groupChecksum(MemorySegment page, int group) {
        return page.get(INT, (long) group * ENTRY_BYTES + 2 * Integer.BYTES);
    }

    /// Returns the first group that has ticks at or after `timeNs`, or the last.
    static int firstGroupFrom(MemorySegment page, int ticks, long timeNs) {
        int low = 0;
        int high = groups(ticks) - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (TickCell.lastNs(page, cellOffset(middle)) < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long cellOffset(int group) {
        return (long) group * ENTRY_BYTES + 3 * Integer.BYTES;
    }

    static void readGroup(MemorySegment page, int group, TickCell into) {
        into.read(page, cellOffset(group));
    }

    static void readEight(MemorySegment page, int ticks, int eight, TickCell into) {
        into.read(page, (long) groups(ticks) * ENTRY_BYTES + (long) eight * TickCell.BYTES);
    }
}
