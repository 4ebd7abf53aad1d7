package ai.backtestr.data.imports;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Ticks column by column, in room that grows and can be used again. Filled by one thread, then handed over.
final class TickColumns {
    private static final long LONG = Long.BYTES;
    private static final int ROOM = 40 * 1024;

    private long[] time = new long[ROOM];
    private long[] bid = new long[ROOM];
    private long[] ask = new long[ROOM];
    private long[] bidSize = new long[ROOM];
    private long[] askSize = new long[ROOM];
    private byte[] flags = new byte[ROOM];
    private int count;

    int count() {
        return count;
    }

    long timeNs(int index) {
        return time[index];
    }

    void clear() {
        count = 0;
    }

    void add(long timeNs, long bidPrice, long askPrice, long bidQuantity, long askQuantity, byte bits) {
        int at = count;
        if (at == time.length) {
            grow();
        }
        time[at] = timeNs;
        bid[at] = bidPrice;
        ask[at] = askPrice;
        bidSize[at] = bidQuantity;
        askSize[at] = askQuantity;
        flags[at] = bits;
        count = at + 1;
    }

    private void grow() {
        int room = 2 * time.length;
        time = Arrays.copyOf(time, room);
        bid = Arrays.copyOf(bid, room);
        ask = Arrays.copyOf(ask, room);
        bidSize = Arrays.copyOf(bidSize, room);
        askSize = Arrays.copyOf(askSize, room);
        flags = Arrays.copyOf(flags, room);
    }

    /// Appends ticks from `from` on to the page until it is full or there are no more.
    ///
    /// @return how many
    int copyTo(TickPage page, int from) {
        int rows = Math.min(count - from, page.capacity() - page.count());
        int at = page.count();
        MemorySegment.copy(time, from, page.time(), JAVA_LONG, at * LONG, rows);
        MemorySegment.copy(bid, from, page.bid(), JAVA_LONG, at * LONG, rows);
        MemorySegment.copy(ask, from, page.ask(), JAVA_LONG, at * LONG, rows);
        MemorySegment.copy(bidSize, from, page.bidSize(), JAVA_LONG, at * LONG, rows);
        MemorySegment.copy(askSize, from, page.askSize(), JAVA_LONG, at * LONG, rows);
        MemorySegment.copy(flags, from, page.flags(), JAVA_BYTE, at, rows);
        page.setCount(at + rows);
        return rows;
    }
}
