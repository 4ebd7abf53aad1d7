package ai.backtestr.engine.bar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// The closed bars of one timeframe, oldest first, growing at the end. Times never go back; bars that do not end
/// with the clock can share one.
///
/// One thread appends, any number read without locks. Memory order: [#append] writes the bar's columns with plain
/// stores and then the count with *release*; [#count()] reads it with *acquire*. A reader that first reads the
/// count and then only bars below it sees them whole, and, since a closed bar never changes, sees the same for
/// ever. The chunk directory is replaced, never altered, before the count that needs it is released.
public final class BarSeries {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_BARS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_BARS - 1;
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
    private Chunk[] chunks = {new Chunk()};

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
            Chunk[] more = Arrays.copyOf(chunks, chunk + 1);
            more[chunk] = new Chunk();
            chunks = more;
        }
        chunks[chunk].set(at & CHUNK_MASK, bar);
        COUNT.setRelease(this, at + 1);
    }

    /// Returns the start of bar `index`, nanoseconds since the epoch, UTC. `index` is below a count read before.
    public long timeNs(int index) {
        return chunk(index).time[index & CHUNK_MASK];
    }

    /// Returns the first price of bar `index`.
    public long open(int index) {
        return chunk(index).open[index & CHUNK_MASK];
    }

    /// Returns the highest price of bar `index`.
    public long high(int index) {
        return chunk(index).high[index & CHUNK_MASK];
    }

    /// Returns the lowest price of bar `index`.
    public long low(int index) {
        return chunk(index).low[index & CHUNK_MASK];
    }

    /// Returns the last price of bar `index`.
    public long close(int index) {
        return chunk(index).close[index & CHUNK_MASK];
    }

    /// Returns the quantity traded in bar `index`.
    public long volume(int index) {
        return chunk(index).volume[index & CHUNK_MASK];
    }

    /// Returns how many ticks bar `index` is made of.
    public long ticks(int index) {
        return chunk(index).ticks[index & CHUNK_MASK];
    }

    /// Takes bar `index` out.
    public Bar bar(int index) {
        return chunk(index).bar(index & CHUNK_MASK);
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

    private Chunk chunk(int index) {
        return chunks[index >>> CHUNK_BITS];
    }

    private static final class Chunk {
        final long[] time = new long[CHUNK_BARS];
        final long[] open = new long[CHUNK_BARS];
        final long[] high = new long[CHUNK_BARS];
        final long[] low = new long[CHUNK_BARS];
        final long[] close = new long[CHUNK_BARS];
        final long[] volume = new long[CHUNK_BARS];
        final long[] ticks = new long[CHUNK_BARS];

        void set(int at, FormingBar bar) {
            time[at] = bar.startNs;
            open[at] = bar.open;
            high[at] = bar.high;
            low[at] = bar.low;
            close[at] = bar.close;
            volume[at] = bar.volume;
            ticks[at] = bar.ticks;
        }

        Bar bar(int at) {
            return new Bar(time[at], open[at], high[at], low[at], close[at], volume[at], ticks[at]);
        }
    }
}
