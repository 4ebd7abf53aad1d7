package ai.backtestr.engine.tick;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/// Some ticks of a page, brought into the first-level cache to be looked at more than once.
///
/// [#load] copies times and prices of up to [#CAPACITY] ticks into arrays, at about a third of a nanosecond a tick,
/// and checks them all at once. What follows, whether tick by tick or by loops over a whole stretch, reads arrays
/// of the heap: the compiler proves their bounds and turns plain loops into vector instructions.
///
/// Engine thread only. The arrays are the block's own; whoever reads them leaves them as they are.
public final class TickBlock {
    /// The most ticks in a block: three columns take 24 KiB, half of a first-level data cache.
    public static final int CAPACITY = 1024;

    private static final long EIGHT_TRADES = TickFlags.TRADE * 0x0101_0101_0101_0101L;

    private final long[] time = new long[CAPACITY];
    private final long[] bid = new long[CAPACITY];
    private final long[] ask = new long[CAPACITY];
    private final long[] lower = new long[CAPACITY];
    private final long[] higher = new long[CAPACITY];
    private int count;
    private boolean trades;
    private boolean crossed;

    /// Holds no ticks.
    public TickBlock() {}

    /// Copies ticks `from` to `to` (exclusive, at most [#CAPACITY] on) of `page`.
    ///
    /// @return whether they are *sound*: in order of time from `lastNs` on, with prices above zero, and all
    ///     quotes or all trades. If not, they are to be looked at one by one.
    public boolean load(TickPage page, int from, int to, long lastNs) {
        count = to - from;
        copy(page.time(), from, time);
        copy(page.bid(), from, bid);
        copy(page.ask(), from, ask);
        trades = TickFlags.isTrade(page.flagBits(from));
        if (time[0] < lastNs || !isOrdered() || !hasPrices() || !isUniform(page.flags(), from)) {
            return false;
        }
        if (crossed) {
            uncross();
        }
        return true;
    }

    private void copy(MemorySegment column, int from, long[] to) {
        MemorySegment.copy(column, JAVA_LONG, (long) from * Long.BYTES, to, 0, count);
    }

    private boolean isOrdered() {
        long back = 0;
        for (int i = 1; i < count; i++) {
            back |= time[i] - time[i - 1];
        }
        return back >= 0;
    }

    private boolean hasPrices() {
        long notAbove = 0;
        long below = 0;
        for (int i = 0; i < count; i++) {
            notAbove |= (bid[i] - 1) | (ask[i] - 1);
            below |= ask[i] - bid[i];
        }
        crossed = below < 0;
        return notAbove >= 0;
    }

    private void uncross() {
        for (int i = 0; i < count; i++) {
            lower[i] = Math.min(bid[i], ask[i]);
            higher[i] = Math.max(bid[i], ask[i]);
        }
    }

    private boolean isUniform(MemorySegment flags, int from) {
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

    /// Tells whether they are trades rather than quotes.
    public boolean hasTrades() {
        return trades;
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
        return crossed ? lower : bid;
    }

    /// Returns the higher price of each: the ask, or the bid where the quote is crossed.
    public long[] highers() {
        return crossed ? higher : ask;
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
