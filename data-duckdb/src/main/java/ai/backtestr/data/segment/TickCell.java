package ai.backtestr.data.segment;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a run of ticks comes to: how many, their times, and first, lowest, highest and last bid and ask, all exact.
/// Of trades bid and ask are the price.
///
/// A cell of no ticks has a count of 0, and nothing else in it means anything. Mutable; used by one thread.
public final class TickCell {
    /// Bytes of a stored cell: count and trades as int32, then the ten numbers in the order of the fields, as
    /// int64.
    static final int BYTES = 2 * Integer.BYTES + 10 * Long.BYTES;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private long count;
    private long trades;
    private long firstNs;
    private long lastNs;
    private long firstBid;
    private long lowBid;
    private long highBid;
    private long lastBid;
    private long firstAsk;
    private long lowAsk;
    private long highAsk;
    private long lastAsk;

    /// A cell of no ticks.
    public TickCell() {}

    /// Forgets the ticks.
    public void clear() {
        count = 0;
        trades = 0;
    }

    /// Takes in ticks `from` to `to` (exclusive) of a page, which follow those taken in before.
    public void add(TickPage page, int from, int to) {
        if (from >= to) {
            return;
        }
        addPrices(page, from, to);
        for (int i = from; i < to; i++) {
            trades += page.flagBits(i) & TickFlags.TRADE;
        }
    }

    /// The same without the flags: trades are not counted.
    void addPrices(TickPage page, int from, int to) {
        if (count == 0) {
            begin(page.timeNs(from), page.bidPrice(from), page.askPrice(from));
        }
        count += to - from;
        lastNs = page.timeNs(to - 1);
        lastBid = page.bidPrice(to - 1);
        lastAsk = page.askPrice(to - 1);
        lowBid = Math.min(lowBid, lowest(page.bid(), from, to));
        highBid = Math.max(highBid, highest(page.bid(), from, to));
        lowAsk = Math.min(lowAsk, lowest(page.ask(), from, to));
        highAsk = Math.max(highAsk, highest(page.ask(), from, to));
    }

    private void begin(long timeNs, long bid, long ask) {
        firstNs = timeNs;
        firstBid = bid;
        lowBid = bid;
        highBid = bid;
        firstAsk = ask;
        lowAsk = ask;
        highAsk = ask;
    }

    private static long lowest(MemorySegment column, int from, int to) {
        long lowest = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, column.getAtIndex(JAVA_LONG, i));
        }
        return lowest;
    }

    private static long highest(MemorySegment column, int from, int to) {
        long highest = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, column.getAtIndex(JAVA_LONG, i));
        }
        return highest;
    }

    /// Takes in the ticks of another cell, which follow those taken in before.
    public void add(TickCell next) {
        if (next.count == 0) {
            return;
        }
        if (count == 0) {
            begin(next.firstNs, next.firstBid, next.firstAsk);
        }
        count += next.count;
        trades += next.trades;
        lastNs = next.lastNs;
        lastBid = next.lastBid;
        lastAsk = next.lastAsk;
        lowBid = Math.min(lowBid, next.lowBid);
        highBid = Math.max(highBid, next.highBid);
        lowAsk = Math.min(lowAsk, next.lowAsk);
        highAsk = Math.max(highAsk, next.highAsk);
    }

    void writeTo(ByteBuffer out) {
        out.putInt((int) count).putInt((int) trades).putLong(firstNs).putLong(lastNs);
        out.putLong(firstBid).putLong(lowBid).putLong(highBid).putLong(lastBid);
        out.putLong(firstAsk).putLong(lowAsk).putLong(highAsk).putLong(lastAsk);
    }

    /// Replaces what it holds by a stored cell.
    void read(MemorySegment in, long at) {
        count = in.get(INT, at);
        trades = in.get(INT, at + Integer.BYTES);
        long numbers = at + 2 * Integer.BYTES;
        firstNs = in.get(LONG, numbers);
        lastNs = in.get(LONG, numbers + 8);
        firstBid = in.get(LONG, numbers + 16);
        lowBid = in.get(LONG, numbers + 24);
        highBid = in.get(LONG, numbers + 32);
        lastBid = in.get(LONG, numbers + 40);
        firstAsk = in.get(LONG, numbers + 48);
        lowAsk = in.get(LONG, numbers + 56);
        highAsk = in.get(LONG, numbers + 64);
        lastAsk = in.get(LONG, numbers + 72);
    }

    /// Returns the time of the last tick of a stored cell.
    static long lastNs(MemorySegment in, long at) {
        return in.get(LONG, at + 2 * Integer.BYTES + Long.BYTES);
    }

    /// Returns how many ticks it stands for.
    public long count() {
        return count;
    }

    /// Returns how many of them are trades.
    public long trades() {
        return trades;
    }

    /// Returns the time of the first tick, nanoseconds since the epoch, UTC.
    public long firstNs() {
        return firstNs;
    }

    /// Returns the time of the last tick.
    public long lastNs() {
        return lastNs;
    }

    /// Returns the bid of the first tick.
    public long firstBid() {
        return firstBid;
    }

    /// Returns the lowest bid.
    public long lowBid() {
        return lowBid;
    }

    /// Returns the highest bid.
    public long highBid() {
        return highBid;
    }

    /// Returns the bid of the last tick.
    public long lastBid() {
        return lastBid;
    }

    /// Returns the ask of the first tick.
    public long firstAsk() {
        return firstAsk;
    }

    /// Returns the lowest ask.
    public long lowAsk() {
        return lowAsk;
    }

    /// Returns the highest ask.
    public long highAsk() {
        return highAsk;
    }

    /// Returns the ask of the last tick.
    public long lastAsk() {
        return lastAsk;
    }
}
