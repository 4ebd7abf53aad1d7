package ai.backtestr.engine.bar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// The closed bars of one timeframe, oldest first, growing at the end. Times never go back; bars that do not end
/// with the clock can share one.
///
/// One thread appends, any number read without locks. Memory order: [#append] writes the bar's fields, which lie
/// side by side, with plain stores and then the count with *release*; [#count()] reads it with *acquire*. A reader
/// that first reads the count and then only bars below it sees them whole, and, since a closed bar never changes,
/// sees the same for ever. The chunk directory is replaced, never altered, before the count that needs it is
/// released.
public final class BarSeries {
    private static final int CHUNK_BITS = 11;
    private static final int CHUNK_BARS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_BARS - 1;
    private static final int FIELDS = 8; // a cache line a bar, the last of them spare
    private static final int TIME = 0;
    private static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int VOLUME = 5;
    private static final int TICKS = 6;
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(BarSeries.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Timeframe timeframe;
    private final BarPrice price;
    private final int priceScale;
    private final int quantityScale;
    private long[][] chunks = {};

    @SuppressWarnings("UnusedVariable") // written and read through COUNT
    private int count;

    /// Makes an empty series whose prices have `priceScale` decimals and volumes `quantityScale`.
    BarSeries(Timeframe timeframe, BarPrice price, int priceScale, int quantityScale) {
        this.timeframe = timeframe;
        this.price = price;
        this.priceScale = priceScale;
        this.quantityScale = quantityScale;
    }

    /// Returns the timeframe of the bars.
    public Timeframe timeframe() {
        return timeframe;
    }

    /// Returns which price of the ticks the bars are made of.
    public BarPrice price() {
        return price;
    }

    /// Returns the decimals of the bars' prices.
    public int priceScale() {
        return priceScale;
    }

    /// Returns the decimals of the bars' volumes.
    public int quantityScale() {
        return quantityScale;
    }

    /// Returns how many closed bars there are.
    public int count() {
        return (int) COUNT.getAcquire(this);
    }

    /// Appends a closed bar. Called by the one writing thread only.
    void append(FormingBar bar) {
        int at = (int) COUNT.get(this);
        int chunk = at >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            long[][] more = Arrays.copyOf(chunks, chunk + 1);
            more[chunk] = new long[CHUNK_BARS * FIELDS];
            chunks = more;
        }
        write(bar, chunks[chunk], (at & CHUNK_MASK) * FIELDS);
        COUNT.setRelease(this, at + 1);
    }

    private static void write(FormingBar bar, long[] chunk, int at) {
        chunk[at + TIME] = bar.startNs;
        chunk[at + OPEN] = bar.open;
        chunk[at + HIGH] = bar.high;
        chunk[at + LOW] = bar.low;
        chunk[at + CLOSE] = bar.close;
        chunk[at + VOLUME] = bar.volume;
        chunk[at + TICKS] = bar.ticks;
    }

    /// Returns the start of bar `index`, nanoseconds since the epoch, UTC. `index` is below a count read before.
    public long timeNs(int index) {
        return value(index, TIME);
    }

    /// Returns the first price of bar `index`.
    public long open(int index) {
        return value(index, OPEN);
    }

    /// Returns the highest price of bar `index`.
    public long high(int index) {
        return value(index, HIGH);
    }

    /// Returns the lowest price of bar `index`.
    public long low(int index) {
        return value(index, LOW);
    }

    /// Returns the last price of bar `index`.
    public long close(int index) {
        return value(index, CLOSE);
    }

    /// Returns the quantity traded in bar `index`.
    public long volume(int index) {
        return value(index, VOLUME);
    }

    /// Returns how many ticks bar `index` is made of.
    public long ticks(int index) {
        return value(index, TICKS);
    }

    /// Takes bar `index` out.
    public Bar bar(int index) {
        return new Bar(timeNs(index), open(index), high(index), low(index), close(index), volume(index), ticks(index));
    }

    /// Returns the last bar that starts at or before `timeNs`, or -1 if all start after it.
    public int indexAtOrBefore(long timeNs) {
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (timeNs(middle) <= timeNs) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private long value(int index, int field) {
        return chunks[index >>> CHUNK_BITS][(index & CHUNK_MASK) * FIELDS + field];
    }
}
