package ai.backtestr.data.store;

import java.nio.ByteBuffer;

/// A bar of ticks of one kind, at the instrument's scales, as a row of `minute_bar` and `day_bar`. Takes ticks in
/// the order of time. Mutable, reused from bar to bar; used by one thread.
final class RolledBar {
    /// Numbers that a bar is written as.
    static final int LONGS = 14;

    final boolean trades;
    long startMs;
    long open;
    long high;
    long low;
    long close;
    long askOpen;
    long askHigh;
    long askLow;
    long askClose;
    /// The quantity traded, a 128-bit number in two halves.
    long volumeLow;
    long volumeHigh;
    long ticks;
    /// The trading day that a bar of a day is named after, days since the epoch.
    long day;

    RolledBar(boolean trades) {
        this.trades = trades;
    }

    void begin(long atMs, long bid, long ask) {
        startMs = atMs;
        open = bid;
        high = bid;
        low = bid;
        askOpen = ask;
        askHigh = ask;
        askLow = ask;
        volumeLow = 0;
        volumeHigh = 0;
        ticks = 0;
    }

    void take(long bid, long ask, long quantity) {
        high = Math.max(high, bid);
        low = Math.min(low, bid);
        close = bid;
        askHigh = Math.max(askHigh, ask);
        askLow = Math.min(askLow, ask);
        askClose = ask;
        ticks++;
        addVolume(quantity, 0);
    }

    /// Takes the ticks of a later bar in.
    void take(RolledBar later) {
        high = Math.max(high, later.high);
        low = Math.min(low, later.low);
        close = later.close;
        askHigh = Math.max(askHigh, later.askHigh);
        askLow = Math.min(askLow, later.askLow);
        askClose = later.askClose;
        ticks += later.ticks;
        addVolume(later.volumeLow, later.volumeHigh);
    }

    private void addVolume(long lowHalf, long highHalf) {
        volumeLow += lowHalf;
        volumeHigh += highHalf + (Long.compareUnsigned(volumeLow, lowHalf) < 0 ? 1 : 0);
    }

    /// Appends the bar as [#LONGS] numbers.
    void writeTo(ByteBuffer out) {
        out.putLong(trades ? 1 : 0).putLong(startMs);
        out.putLong(open).putLong(high).putLong(low).putLong(close);
        out.putLong(askOpen).putLong(askHigh).putLong(askLow).putLong(askClose);
        out.putLong(volumeLow).putLong(volumeHigh).putLong(ticks).putLong(day);
    }
}
