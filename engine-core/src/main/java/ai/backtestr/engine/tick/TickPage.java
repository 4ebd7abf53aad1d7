package ai.backtestr.engine.tick;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Ticks of one instrument in off-heap columns, in the order of their file.
///
/// ```
///   64-byte aligned
///   |
///   v
///   time     long[capacity]   nanoseconds since the epoch, UTC
///   bid      long[capacity]   price at the instrument's scale; of a trade, its price
///   ask      long[capacity]   price at the instrument's scale; of a trade, its price
///   bidSize  long[capacity]   quantity at the instrument's scale; of a trade, its quantity; 0 where unknown
///   askSize  long[capacity]   quantity at the instrument's scale; of a trade, its quantity; 0 where unknown
///   flags    byte[capacity]   see TickFlags
/// ```
///
/// A page has one owner at a time: the thread that fills it, then, once it has been handed over through the ring,
/// the thread that reads it. It carries no synchronisation of its own. Whoever made the page frees it with
/// [#close()].
public final class TickPage implements AutoCloseable {
    /// Ticks in a page unless told otherwise: about 2.7 MB, so that a decoded page stays in the second-level
    /// cache's reach.
    public static final int DEFAULT_CAPACITY = 64 * 1024;

    /// Ticks that are checked together, see [#check].
    static final int BLOCK = 1024;

    private static final long ALIGNMENT_BYTES = 64;

    private final Arena arena = Arena.ofShared();
    private final int capacity;
    private final MemorySegment time;
    private final MemorySegment bid;
    private final MemorySegment ask;
    private final MemorySegment bidSize;
    private final MemorySegment askSize;
    private final MemorySegment flags;
    private final BlockKind[] kinds;
    private int count;

    /// Allocates a page for up to `capacity` ticks.
    public TickPage(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a page needs room for at least one tick, not " + capacity);
        }
        this.capacity = capacity;
        long columnBytes = aligned((long) capacity * Long.BYTES);
        MemorySegment all = LargePages.allocate(5 * columnBytes + capacity, ALIGNMENT_BYTES, arena);
        time = all.asSlice(0, columnBytes);
        bid = all.asSlice(columnBytes, columnBytes);
        ask = all.asSlice(2 * columnBytes, columnBytes);
        bidSize = all.asSlice(3 * columnBytes, columnBytes);
        askSize = all.asSlice(4 * columnBytes, columnBytes);
        flags = all.asSlice(5 * columnBytes, capacity);
        kinds = new BlockKind[(capacity + BLOCK - 1) / BLOCK];
        forgetKinds();
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
    }

    /// Returns how many ticks fit.
    public int capacity() {
        return capacity;
    }

    /// Returns how many ticks it holds.
    public int count() {
        return count;
    }

    /// Tells whether no further tick fits.
    public boolean isFull() {
        return count == capacity;
    }

    /// Forgets the ticks; the memory stays.
    public void clear() {
        setCount(0);
    }

    /// Sets how many ticks the columns hold, after they were written directly.
    public void setCount(int ticks) {
        if (ticks < 0 || ticks > capacity) {
            throw new IllegalArgumentException(ticks + " ticks do not fit a page of " + capacity);
        }
        count = ticks;
        forgetKinds();
    }

    private void forgetKinds() {
        Arrays.fill(kinds, BlockKind.UNKNOWN);
    }

    /// Looks at all ticks, once for any number of runs over them: which are in order, have prices, and are quotes
    /// or trades alone; otherwise each run does. By whoever filled the page, after the last tick; what is written
    /// later undoes it.
    ///
    /// @param block what it looks through; holds anything after
    public void check(TickBlock block) {
        int end;
        for (int from = 0; from < count; from = end) {
            end = TickBlock.end(from, count);
            kinds[from / BLOCK] = block.kindOf(this, from, end);
        }
    }

    /// Returns what the block of tick `index` was found to be.
    BlockKind kind(int index) {
        return kinds[index / BLOCK];
    }

    /// Appends a quote; sizes are 0 where unknown.
    public void appendQuote(long timeNs, long bidPrice, long askPrice, long bidQuantity, long askQuantity) {
        byte bits = askPrice < bidPrice ? TickFlags.CROSSED : TickFlags.QUOTE;
        append(timeNs, bidPrice, askPrice, bidQuantity, askQuantity, bits);
    }

    /// Appends a trade; `aggressor` is one of the aggressor bits of [TickFlags], or 0 where unknown.
    public void appendTrade(long timeNs, long price, long quantity, byte aggressor) {
        append(timeNs, price, price, quantity, quantity, (byte) (TickFlags.TRADE | aggressor));
    }

    /// Appends a tick as it stands.
    ///
    /// @throws IndexOutOfBoundsException if the page is full
    public void append(long timeNs, long bidPrice, long askPrice, long bidQuantity, long askQuantity, byte flagBits) {
        int at = count;
        time.setAtIndex(JAVA_LONG, at, timeNs);
        bid.setAtIndex(JAVA_LONG, at, bidPrice);
        ask.setAtIndex(JAVA_LONG, at, askPrice);
        bidSize.setAtIndex(JAVA_LONG, at, bidQuantity);
        askSize.setAtIndex(JAVA_LONG, at, askQuantity);
        flags.set(JAVA_BYTE, at, flagBits);
        kinds[at / BLOCK] = BlockKind.UNKNOWN;
        count = at + 1;
    }

    /// Replaces the ticks by those of `from`, which has no more than fit.
    public void copy(TickPage from) {
        setCount(from.count);
        long bytes = (long) count * Long.BYTES;
        MemorySegment.copy(from.time, 0, time, 0, bytes);
        MemorySegment.copy(from.bid, 0, bid, 0, bytes);
        MemorySegment.copy(from.ask, 0, ask, 0, bytes);
        MemorySegment.copy(from.bidSize, 0, bidSize, 0, bytes);
        MemorySegment.copy(from.askSize, 0, askSize, 0, bytes);
        MemorySegment.copy(from.flags, 0, flags, 0, count);
    }

    /// The column of times, nanoseconds since the epoch.
    public MemorySegment time() {
        return time;
    }

    /// The column of bid prices.
    public MemorySegment bid() {
        return bid;
    }

    /// The column of ask prices.
    public MemorySegment ask() {
        return ask;
    }

    /// The column of quantities bid, or traded.
    public MemorySegment bidSize() {
        return bidSize;
    }

    /// The column of quantities asked, or traded.
    public MemorySegment askSize() {
        return askSize;
    }

    /// The column of flag bytes, see [TickFlags].
    public MemorySegment flags() {
        return flags;
    }

    /// Returns the time of tick `index`.
    public long timeNs(int index) {
        return time.getAtIndex(JAVA_LONG, index);
    }

    /// Returns the bid of tick `index`, or its price where it is a trade.
    public long bidPrice(int index) {
        return bid.getAtIndex(JAVA_LONG, index);
    }

    /// Returns the ask of tick `index`, or its price where it is a trade.
    public long askPrice(int index) {
        return ask.getAtIndex(JAVA_LONG, index);
    }

    /// Returns the quantity at the bid of tick `index`, or the quantity traded.
    public long bidQuantity(int index) {
        return bidSize.getAtIndex(JAVA_LONG, index);
    }

    /// Returns the quantities at the bid, or traded, of ticks `from` to `to` (exclusive) added up.
    public long quantity(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += bidSize.getAtIndex(JAVA_LONG, i);
        }
        return sum;
    }

    /// Returns the quantity at the ask of tick `index`, or the quantity traded.
    public long askQuantity(int index) {
        return askSize.getAtIndex(JAVA_LONG, index);
    }

    /// Returns the flag byte of tick `index`.
    public byte flagBits(int index) {
        return flags.get(JAVA_BYTE, index);
    }

    /// Frees the memory. The page must not be used after.
    @Override
    public void close() {
        arena.close();
    }
}
