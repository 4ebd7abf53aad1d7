package ai.backtestr.desktop.table;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickColumns;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.render.series.SlotAxis;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The bars that stored ticks make, each read from the pyramid of cells when it is asked for, none kept. To find
/// bars by number they are counted first, and the slot of every 64th is noted.
///
/// The ticks are read by one thread at a time. Whoever made it closes it, and the ticks with it.
final class StoredBarNumbers implements TimedRows, AutoCloseable {
    private static final int STRIDE = 64;
    private static final int BARS_A_CHUNK = 128;
    private static final int ROWS_AT_ONCE = 4096;
    private static final int BARS_BETWEEN_LOOKS = 256;
    private static final String HOLDER = "a table";

    /// Of bars with more ticks than this the next is found by its time, of others by going through the ticks.
    private static final long MANY_TICKS = 512;

    private static final int VOLUME = 5;

    private final TickPages pages;
    private final SlotAxis axis;
    private final List<NumberColumn> columns;
    private final String symbol;
    private final boolean trades;
    private final TickColumns cells = new TickColumns(2 * BARS_A_CHUNK);
    private final long[] starts = new long[2 * BARS_A_CHUNK];
    private int[] everySlot = new int[256]; // of bar 0, 64, 128, ...
    private long counted;
    private long nextTick; // where counting goes on, by the thread that counts
    private volatile long count;
    private boolean closed;

    /// Takes over the ticks, of which there must be some and of one kind, and closes them with itself.
    ///
    /// @throws IllegalArgumentException if there would be too many slots
    StoredBarNumbers(TickPages pages, Timeframe timeframe) {
        this.pages = pages;
        Instrument instrument = pages.instrument();
        symbol = instrument.symbol();
        trades = pages.tradeCount() > 0;
        columns = SeriesNumbers.columns(instrument.priceScale(), instrument.quantityScale());
        axis = new StoredHistory(pages).axis(timeframe);
    }

    @Override
    public List<NumberColumn> columns() {
        return columns;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int rowsAtOnce() {
        return ROWS_AT_ONCE;
    }

    private void requireOpen() {
        if (closed) {
            throw new CancellationException("the bars of " + symbol + " were closed");
        }
    }

    @Override
    public void prepare(TaskControl control) {
        long ticks = pages.tickCount();
        boolean sparse = ticks / Math.max(1, axis.count()) < MANY_TICKS;
        while (nextTick < ticks) {
            control.throwIfCancelled();
            nextTick = sparse ? countInPage(nextTick) : countByTime(nextTick);
            control.report(new TaskProgress(nextTick, ticks, "ticks"));
            count = counted;
        }
    }

    /// @return the first tick of a bar that was not counted
    private synchronized long countByTime(long tick) {
        requireOpen();
        long next = tick;
        for (int i = 0; i < BARS_BETWEEN_LOOKS && next < pages.tickCount(); i++) {
            next = pages.indexOf(addBar(pages.timeNs(next)));
        }
        return next;
    }

    /// @return the first tick of the next page that begins another bar
    private long countInPage(long tick) {
        try (PageLease lease = lease(tick)) {
            TickPage page = lease.page();
            long endNs = Long.MIN_VALUE;
            for (int i = (int) (tick - lease.firstTick()); i < page.count(); i++) {
                if (page.timeNs(i) >= endNs) {
                    endNs = addBar(page.timeNs(i));
                }
            }
            return firstAtOrAfterTime(endNs);
        }
    }

    private synchronized PageLease lease(long tick) {
        requireOpen();
        return pages.page(tick, HOLDER);
    }

    private synchronized long firstAtOrAfterTime(long timeNs) {
        requireOpen();
        return pages.indexOf(timeNs);
    }

    /// @param timeNs of its first tick
    /// @return when it ends
    private synchronized long addBar(long timeNs) {
        int slot = axis.indexAtOrBefore(timeNs);
        if (counted % STRIDE == 0) {
            int at = (int) (counted / STRIDE);
            if (at == everySlot.length) {
                everySlot = Arrays.copyOf(everySlot, 2 * at);
            }
            everySlot[at] = slot;
        }
        counted++;
        return axis.timeNs(slot + 1);
    }

    @Override
    public synchronized long firstAtOrAfter(long timeNs) {
        requireOpen();
        if (counted == 0) {
            return 0;
        }
        int low = 0;
        int high = (int) ((counted - 1) / STRIDE);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (axis.timeNs(everySlot[middle]) < timeNs) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long bar = (long) low * STRIDE;
        int slot = everySlot[low];
        while (bar < counted && axis.timeNs(slot) < timeNs) {
            bar++;
            slot = slotAfter(slot);
        }
        return bar;
    }

    /// Returns the slot of the bar after that of `slot`; beyond the last one, the number of slots.
    private int slotAfter(int slot) {
        long tick = pages.indexOf(axis.timeNs(slot + 1));
        return tick == pages.tickCount() ? axis.count() : axis.indexAtOrBefore(pages.timeNs(tick));
    }

    @Override
    public void read(long from, int wanted, long[] @Nullable [] into, BooleanSupplier cancelled) {
        int slot = slotOf(from);
        for (int done = 0; done < wanted; done += BARS_A_CHUNK) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("other rows are wanted");
            }
            slot = readChunk(slot, Math.min(BARS_A_CHUNK, wanted - done), into, done, cancelled);
        }
    }

    private synchronized int slotOf(long bar) {
        requireOpen();
        int slot = everySlot[(int) (bar / STRIDE)];
        for (long i = bar % STRIDE; i > 0; i--) {
            slot = slotAfter(slot);
        }
        return slot;
    }

    /// @return the slot of the bar after them
    private synchronized int readChunk(
            int first, int bars, long[] @Nullable [] into, int at, BooleanSupplier cancelled) {
        requireOpen();
        int slot = first;
        for (int i = 0; i < bars; i++) {
            starts[2 * i] = axis.timeNs(slot);
            starts[2 * i + 1] = axis.timeNs(slot + 1);
            slot = slotAfter(slot);
        }
        pages.columns(starts, 2 * bars - 1, cells);
        for (int column = 0; column < into.length; column++) {
            long[] numbers = into[column];
            for (int i = 0; numbers != null && i < bars; i++) {
                numbers[at + i] = number(column, i, cancelled);
            }
        }
        return slot;
    }

    private long number(int column, int bar, BooleanSupplier cancelled) {
        int cell = 2 * bar; // those between are the time without ticks from one bar to the next
        return switch (column) {
            case 0 -> starts[cell];
            case 1 -> cells.firstBid(cell);
            case 2 -> cells.highBid(cell);
            case 3 -> cells.lowBid(cell);
            case 4 -> cells.lastBid(cell);
            case VOLUME -> trades ? volume(starts[cell], starts[cell + 1], cancelled) : 0;
            case 6 -> cells.count(cell);
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    private long volume(long fromNs, long toNs, BooleanSupplier cancelled) {
        long sum = 0;
        long end = pages.indexOf(toNs);
        for (long tick = pages.indexOf(fromNs); tick < end; ) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("other rows are wanted");
            }
            try (PageLease lease = pages.page(tick, HOLDER)) {
                int from = (int) (tick - lease.firstTick());
                int to = (int) Math.min(lease.page().count(), end - lease.firstTick());
                sum += lease.page().quantity(from, to);
                tick += to - from;
            }
        }
        return sum;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pages.close();
        }
    }
}
