package ai.backtestr.engine.tick;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/// Some ticks of a page, brought into the first-level cache to be looked at more than once.
///
/// [#load] copies times and prices of up to [#CAPACITY] ticks into arrays. What follows, whether tick by tick or by
/// loops over a whole stretch, reads arrays of the heap: the compiler proves their bounds and turns plain loops
/// into vector instructions, and no single look at a far column waits for memory. Whether the ticks are sound is
/// looked up in the page where that is known, see [TickPage#check].
///
/// Engine thread only. The arrays are the block's own; whoever reads them leaves them as they are.
public final class TickBlock {
    /// The most ticks in a block: three columns take 24 KiB, half of a first-level data cache.
    public static final int CAPACITY = TickPage.BLOCK;

    private static final long EIGHT_TRADES = TickFlags.TRADE * 0x0101_0101_0101_0101L;

    private final long[] time = new long[CAPACITY];
    private final long[] bid = new long[CAPACITY];
    private final long[] ask = new long[CAPACITY];
    private final long[] lower = new long[CAPACITY];
    private final long[] higher = new long[CAPACITY];
    private int count;
    private BlockKind kind = BlockKind.UNKNOWN;

    /// Holds no ticks.
    public TickBlock() {}

    /// Returns where a block that begins with tick `from` ends, the page's tick `to` at the latest.
    public static int end(int from, int to) {
        return Math.min(to, (from | (CAPACITY - 1)) + 1);
    }

    /// Copies ticks `from` to `to` (exclusive, at most [#end]) of `source`.
    ///
    /// @return whether they are *sound*: in order of time from `lastNs` on, with prices above zero, and all
    ///     quotes or all trades. If not, they are to be looked at one by one.
    public boolean load(TickPage source, int from, int to, long lastNs) {
        copy(source, from, to);
        kind = source.kind(from);
        if (kind == BlockKind.UNKNOWN) {
            kind = look(source.flags(), from);
        }
        if (kind == BlockKind.UNSOUND || time[0] < lastNs) {
            return false;
        }
        if (kind == BlockKind.CROSSED_QUOTES) {
            uncross();
        }
        return true;
    }

    private void copy(TickPage source, int from, int to) {
        count = to - from;
        copy(source.time(), from, time);
        copy(source.bid(), from, bid);
        copy(source.ask(), from, ask);
    }

    private void copy(MemorySegment column, int from, long[] to) {
        MemorySegment.copy(column, JAVA_LONG, (long) from * Long.BYTES, to, 0, count);
    }

    /// Returns what ticks `from` to `to` (exclusive, at most [#end]) of `source` are.
    BlockKind kindOf(TickPage source, int from, int to) {
        copy(source, from, to);
        return look(source.flags(), from);
    }

    private BlockKind look(MemorySegment flags, int from) {
        boolean trades = TickFlags.isTrade(flags.get(JAVA_BYTE, from));
        if (!isOrdered() || !isUniform(flags, from, trades)) {
            return BlockKind.UNSOUND;
        }
        return kindByPrices(trades ? BlockKind.TRADES : BlockKind.QUOTES);
    }

    private boolean isOrdered() {
        long back = 0;
        for (int i = 1; i < count; i++) {
            back |= time[i] - time[i - 1];
        }
        return back >= 0;
    }

    private BlockKind kindByPrices(BlockKind straight) {
        long notAbove = 0;
        long below = 0;
        for (int i = 0; i < count; i++) {
            notAbove |= (bid[i] - 1) | (ask[i] - 1);
            below |= ask[i] - bid[i];
        }
        if (notAbove < 0) {
            return BlockKind.UNSOUND;
        }
        return below < 0 && straight == BlockKind.QUOTES ? BlockKind.CROSSED_QUOTES : straight;
    }

    private void uncross() {
        for (int i = 0; i < count; i++) {
            lower[i] = Math.min(bid[i], ask[i]);
            higher[i] = Math.max(bid[i], ask[i]);
        }
    }

    private boolean isUniform(MemorySegment flags, int from, boolean trades) {
        long kinds = trades ? EIGHT_TRADES : 0;
        long differ = 0;
        int eights = count & -Long.BYTES;
        for (int i = 0; i < eights; i += Long.BYTES) {
            differ |= flags.get(JAVA_LONG_UNALIGNED, (long) from + i) ^ kinds;
        }
        for (int i = eights; i < count; i++) {
            differ |= (flags.get(JAVA_BYTE, (long) from + i) ^ kinds) & TickFlags.TRADE;
        }
        return (differ & EIGHT_TRADES) == 0;
    }

    /// Returns how many ticks it holds.
    public int count() {
        return count;
    }

    /// Tells whether they are trades rather than quotes; of sound ticks.
    public boolean hasTrades() {
        return kind == BlockKind.TRADES;
    }

    /// Returns their times, nanoseconds since the epoch, UTC.
    public long[] times() {
        return time;
    }

    /// Returns their bids, or prices where they are trades.
    public long[] bids() {
        return bid;
    }

    /// Returns their asks, or prices where they are trades.
    public long[] asks() {
        return ask;
    }

    /// Returns the lower price of each: the bid, or the ask where the quote is crossed.
    public long[] lowers() {
        return kind == BlockKind.CROSSED_QUOTES ? lower : bid;
    }

    /// Returns the higher price of each: the ask, or the bid where the quote is crossed.
    public long[] highers() {
        return kind == BlockKind.CROSSED_QUOTES ? higher : ask;
    }

    /// Returns the first tick from `from` on whose time is at or after `timeNs`, or `to` if none before `to` is.
    ///
    /// It looks 1, 2, 4, ... ticks ahead and then halves, so that near ends are found in a few steps and far
    /// ones in logarithmically many.
    public int indexAtOrAfter(long timeNs, int from, int to) {
        int before = from - 1; // known to be earlier
        int ahead = from;
        int step = 1;
        while (ahead < to && time[ahead] < timeNs) {
            before = ahead;
            ahead += step;
            step <<= 1;
        }
        int found = Math.min(ahead, to);
        while (found - before > 1) {
            int middle = (before + found) >>> 1;
            if (time[middle] < timeNs) {
                before = middle;
            } else {
                found = middle;
            }
        }
        return found;
    }
}
