package ai.backtestr.render.series;

/// Single ticks: when, bid and ask, and whether it was a trade, of which both are the price. The arrays are
/// reused; used by one thread at a time.
public final class TickPoints {
    private final long[] timeNs;
    private final double[] bid;
    private final double[] ask;
    private final boolean[] trade;
    private int count;

    /// Makes room for `capacity` ticks.
    public TickPoints(int capacity) {
        timeNs = new long[capacity];
        bid = new double[capacity];
        ask = new double[capacity];
        trade = new boolean[capacity];
    }

    /// Forgets all ticks.
    public void clear() {
        count = 0;
    }

    /// Returns how many ticks there is room for.
    public int capacity() {
        return timeNs.length;
    }

    /// Appends a tick, not earlier than the one before.
    ///
    /// @throws IndexOutOfBoundsException if there is no room
    public void add(long tickNs, double bidPrice, double askPrice, boolean isTrade) {
        timeNs[count] = tickNs;
        bid[count] = bidPrice;
        ask[count] = askPrice;
        trade[count] = isTrade;
        count++;
    }

    /// Returns how many ticks there are.
    public int count() {
        return count;
    }

    /// Returns the time of tick `i`, nanoseconds since the epoch, UTC.
    public long timeNs(int i) {
        return timeNs[i];
    }

    /// Returns the bid, or the price traded.
    public double bid(int i) {
        return bid[i];
    }

    /// Returns the ask, or the price traded.
    public double ask(int i) {
        return ask[i];
    }

    /// Tells whether it was a trade.
    public boolean isTrade(int i) {
        return trade[i];
    }
}
