package ai.backtestr.data.cache;

import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.SegmentOrigin;
import ai.backtestr.data.segment.TickCell;
import ai.backtestr.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All stored ticks of one symbol at any place: by time, by number, and as columns of a chart.
///
/// Ticks are counted from 0 over all of them, in order of time; times are nanoseconds since the epoch, UTC, and
/// know no zone. The ticks are those stored when this was opened. Used by one thread at a time; the pages
/// leased from it may be read by any, and stay valid after this is closed. Whoever opened it closes it.
///
/// All methods throw [ai.backtestr.engine.tick.TickSourceException] if a segment is damaged and the database
/// cannot make up for it.
public final class TickPages implements AutoCloseable {
    private final Instrument instrument;
    private final List<PartView> parts = new ArrayList<>();
    private final TravelReader travel;
    private final ColumnReader columns;
    private final long tickCount;
    private boolean closed;

    /// Opens the ticks of these parts, which follow one another in time.
    ///
    /// @param origins the parts, whose segments are there
    /// @param cache where pages are kept
    /// @param readAhead decodes pages that will be asked for
    @SuppressWarnings("exports") // made by the store, which alone knows parts
    public TickPages(Instrument instrument, List<SegmentOrigin> origins, PageCache cache, ReadAhead readAhead) {
        this.instrument = instrument;
        long ticks = 0;
        boolean whole = false;
        try {
            for (SegmentOrigin origin : origins) {
                CachedPart part = new CachedPart(origin, ticks);
                parts.add(new PartView(part, cache));
                ticks += part.segment().tickCount();
            }
            whole = true;
        } finally {
            if (!whole) {
                parts.forEach(view -> view.part().close());
            }
        }
        tickCount = ticks;
        travel = new TravelReader(parts, cache, readAhead);
        columns = new ColumnReader(parts);
    }

    /// Returns the instrument.
    public Instrument instrument() {
        return instrument;
    }

    /// Returns how many ticks there are.
    public long tickCount() {
        return tickCount;
    }

    /// Returns the number of the first tick at or after `timeNs`, or the number of ticks if there is none.
    public long indexOf(long timeNs) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lastNs(parts.get(middle)) < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == parts.size() ? tickCount : firstTick(low) + parts.get(low).indexOf(timeNs);
    }

    private static long lastNs(PartView part) {
        return part.segment().lastNs(part.segment().pageCount() - 1);
    }

    private long firstTick(int part) {
        return parts.get(part).part().firstTick();
    }

    /// Returns the time of tick number `tick`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such tick
    public long timeNs(long tick) {
        int part = partOf(tick);
        return parts.get(part).timeNs(tick - firstTick(part));
    }

    /// Leases the page that holds tick number `tick`, and reads on in the direction in which pages were asked
    /// for.
    ///
    /// @param holder who will read the page, named should the lease be forgotten
    /// @throws IndexOutOfBoundsException if there is no such tick
    public PageLease page(long tick, String holder) {
        int part = partOf(tick);
        PartView view = parts.get(part);
        int page = view.segment().pageOf(tick - firstTick(part));
        PageLease lease = view.lease(page, holder);
        travel.arriveAt(part, page);
        return lease;
    }

    /// Leases the page that holds the first tick at or after `timeNs`; none if there is no such tick.
    ///
    /// @param holder who will read the page, named should the lease be forgotten
    public Optional<PageLease> pageAt(long timeNs, String holder) {
        long tick = indexOf(timeNs);
        return tick == tickCount ? Optional.empty() : Optional.of(page(tick, holder));
    }

    private int partOf(long tick) {
        if (closed) {
            throw new IllegalStateException("the ticks of " + instrument.symbol() + " were closed");
        }
        if (tick < 0 || tick >= tickCount) {
            throw new IndexOutOfBoundsException(
                    "there are " + tickCount + " ticks of " + instrument.symbol() + ", none has number " + tick);
        }
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstTick(middle) <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Fills columns with exactly the ticks from `fromNs` up to, but not including, `toNs`: each as if every
    /// tick in it had been looked at. Of a segment a few cells of its pyramid a column are read, and at each
    /// boundary between columns at most one group of 1 024 ticks is decoded.
    ///
    /// @throws IllegalArgumentException if the first time is not before the second
    public void columns(long fromNs, long toNs, TickColumns into) {
        into.begin(fromNs, toNs);
        columns.exact(into);
    }

    /// The same for columns of any lengths.
    ///
    /// @param startsNs when each column begins, not descending, and when the last one ends
    /// @param count how many columns, one less than there are times
    /// @throws IllegalArgumentException if the times descend, are all the same, or are too many for `into`
    public void columns(long[] startsNs, int count, TickColumns into) {
        into.begin(startsNs, count);
        columns.exact(into);
    }

    /// Fills columns at once, without decoding any tick: from cells, about two a column at most. A cell that
    /// reaches over several columns counts in each of them, so a column's range holds that of its ticks, its
    /// count is at least theirs, and first and last are those of the cells.
    ///
    /// @throws IllegalArgumentException if the first time is not before the second
    public void coarseColumns(long fromNs, long toNs, TickColumns into) {
        into.begin(fromNs, toNs);
        columns.coarse(into);
    }

    /// The same for columns of any lengths.
    ///
    /// @param startsNs when each column begins, not descending, and when the last one ends
    /// @param count how many columns, one less than there are times
    /// @throws IllegalArgumentException if the times descend, are all the same, or are too many for `into`
    public void coarseColumns(long[] startsNs, int count, TickColumns into) {
        into.begin(startsNs, count);
        columns.coarse(into);
    }

    /// Returns how many of the ticks are trades; the others are quotes.
    public long tradeCount() {
        long trades = 0;
        for (PartView part : parts) {
            SegmentFile segment = part.segment();
            trades += segment.cells(segment.levelCount() - 1).stream()
                    .mapToLong(TickCell::trades)
                    .sum();
        }
        return trades;
    }

    /// Tells whether there is a tick from `fromNs` up to, but not including, `toNs`. Where pages begin or end
    /// in that time, none is looked into.
    public boolean hasTicks(long fromNs, long toNs) {
        for (PartView part : parts) {
            SegmentFile segment = part.segment();
            int page = segment.firstPageFrom(fromNs);
            if (page < segment.pageCount()) {
                boolean begins = segment.firstNs(page) >= fromNs && segment.firstNs(page) < toNs;
                if (begins || segment.lastNs(page) < toNs) {
                    return true;
                }
            }
        }
        long next = indexOf(fromNs);
        return next < tickCount && timeNs(next) < toNs;
    }

    /// Ends reading ahead and frees what is mapped.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            travel.close();
            parts.forEach(PartView::close);
            parts.forEach(view -> view.part().close());
        }
    }

    /// Waits until all that is to be read ahead was read.
    void awaitReadAhead() {
        travel.awaitIdle();
    }

    /// Waits until damaged segments were made again.
    void awaitRemaking() {
        parts.forEach(view -> view.part().awaitRemaking());
    }
}
