package ai.backtestr.data.imports;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.data.store.Rejection;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ticks that were read from rows one below the other of one file, at the instrument's scales, and the rows that
/// are none. Filled by one thread, then handed over.
final class TickBatch {
    /// A row that is no tick.
    ///
    /// @param line the line it begins on, counted from 1 below those above the batch
    record Refusal(long line, String reason) {}

    private static final long LONG = Long.BYTES;
    private static final int ROOM = 32 * 1024;

    final FileFacts facts = new FileFacts();
    final List<Refusal> refusals = new ArrayList<>();

    /// How many rows are no ticks; only the first of them are kept.
    long refused;

    long crossed;

    /// How many times are before that of the tick above.
    long outOfOrder;

    /// How many lines of the file stand above it.
    long linesAbove;

    /// How many lines the rows stand on.
    long lines;

    /// Whether the file ends with it.
    boolean last;

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

    void add(long timeNs, long bidPrice, long askPrice, long bidQuantity, long askQuantity, byte bits) {
        int at = count;
        if (at == time.length) {
            grow();
        }
        outOfOrder += at > 0 && timeNs < time[at - 1] ? 1 : 0;
        crossed += (bits & TickFlags.CROSSED) != 0 ? 1 : 0;
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

    void refuse(long line, String reason) {
        refused++;
        if (refusals.size() < Rejection.KEPT) {
            refusals.add(new Refusal(line, reason));
        }
    }

    /// Appends ticks from `from` on to the page until it is full or the batch ends.
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
