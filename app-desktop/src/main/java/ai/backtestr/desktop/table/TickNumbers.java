package ai.backtestr.desktop.table;

import ai.backtestr.data.cache.PageLease;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// All stored ticks of an instrument.
///
/// The pages are looked up by one thread at a time and read by any. Whoever made it closes it, and the pages with
/// it.
final class TickNumbers implements TimedRows, AutoCloseable {
    /// What a column takes from a tick.
    private enum Field {
        TIME,
        KIND,
        BID,
        ASK,
        SPREAD,
        BID_SIZE,
        ASK_SIZE,
        SIDE
    }

    private static final String HOLDER = "a table";

    private final TickPages pages;
    private final long count;
    private final List<NumberColumn> columns = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private boolean closed;

    /// Takes over the ticks, and closes them with itself.
    TickNumbers(TickPages pages) {
        this.pages = pages;
        count = pages.tickCount();
        long trades = pages.tradeCount();
        Instrument instrument = pages.instrument();
        int price = instrument.priceScale();
        int quantity = instrument.quantityScale();
        add(Field.TIME, NumberColumn.time());
        if (trades == count) {
            add(Field.BID, NumberColumn.decimal("price", "Price", price));
            add(Field.BID_SIZE, NumberColumn.decimal("size", "Size", quantity));
        } else {
            if (trades > 0) {
                add(Field.KIND, new NumberColumn("kind", "Kind", NumberColumn.Kind.TICK_KIND, 0));
            }
            add(Field.BID, NumberColumn.decimal("bid", "Bid", price));
            add(Field.ASK, NumberColumn.decimal("ask", "Ask", price));
            add(Field.SPREAD, NumberColumn.decimal("spread", "Spread", price));
            add(Field.BID_SIZE, NumberColumn.decimal("bidsize", "Bid size", quantity));
            add(Field.ASK_SIZE, NumberColumn.decimal("asksize", "Ask size", quantity));
        }
        if (trades > 0) {
            add(Field.SIDE, new NumberColumn("side", "Side", NumberColumn.Kind.AGGRESSOR, 0));
        }
    }

    private void add(Field field, NumberColumn column) {
        fields.add(field);
        columns.add(column);
    }

    @Override
    public List<NumberColumn> columns() {
        return List.copyOf(columns);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void prepare(TaskControl control) {
        // The segments know how many there are.
    }

    @Override
    public int rowsAtOnce() {
        return TickPage.DEFAULT_CAPACITY;
    }

    private synchronized PageLease lease(long tick) {
        requireOpen();
        return pages.page(tick, HOLDER);
    }

    private void requireOpen() {
        if (closed) {
            throw new CancellationException("the table of " + pages.instrument().symbol() + " was closed");
        }
    }

    @Override
    public synchronized long firstAtOrAfter(long timeNs) {
        requireOpen();
        return pages.indexOf(timeNs);
    }

    @Override
    public void read(long from, int wanted, long[] @Nullable [] into, BooleanSupplier cancelled) {
        for (long tick = from; tick < from + wanted; ) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("other rows are wanted");
            }
            try (PageLease lease = lease(tick)) {
                TickPage page = lease.page();
                int first = (int) (tick - lease.firstTick());
                int end = (int) Math.min(page.count(), from + wanted - lease.firstTick());
                for (int column = 0; column < into.length; column++) {
                    long[] numbers = into[column];
                    if (numbers != null) {
                        copy(page, fields.get(column), first, end, numbers, (int) (tick - from));
                    }
                }
                tick += end - first;
            }
        }
    }

    private static void copy(TickPage page, Field field, int from, int to, long[] into, int at) {
        int shift = at - from;
        for (int i = from; i < to; i++) {
            into[i + shift] = switch (field) {
                case TIME -> page.timeNs(i);
                case BID -> page.bidPrice(i);
                case ASK -> page.askPrice(i);
                case SPREAD -> page.askPrice(i) - page.bidPrice(i);
                case BID_SIZE -> page.bidQuantity(i);
                case ASK_SIZE -> page.askQuantity(i);
                case KIND, SIDE -> page.flagBits(i);
            };
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pages.close();
        }
    }
}
