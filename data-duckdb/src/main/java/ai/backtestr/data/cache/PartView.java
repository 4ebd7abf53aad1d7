package ai.backtestr.data.cache;

import ai.backtestr.data.segment.SegmentCursor;
import ai.backtestr.data.segment.SegmentDamagedException;
import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.TickCell;
import ai.backtestr.engine.tick.TickPage;
import org.jspecify.annotations.Nullable;

/// How one thread looks at a part: from the segment's own index and pyramid, and where those are damaged from
/// whole pages, which the database then makes up for. Ticks are counted from 0 within the part.
final class PartView implements AutoCloseable {
    private static final String HOLDER = "the index of ticks";

    private final CachedPart part;
    private final PageCache cache;
    private @Nullable SegmentCursor cursor;

    PartView(CachedPart part, PageCache cache) {
        this.part = part;
        this.cache = cache;
    }

    CachedPart part() {
        return part;
    }

    SegmentFile segment() {
        return part.segment();
    }

    private SegmentCursor cursor() {
        SegmentCursor current = part.cursor(cursor);
        cursor = current;
        return current;
    }

    /// Leases a page.
    PageLease lease(int page, String holder) {
        return cache.lease(
                part.key(page),
                into -> part.load(page, cursor(), into),
                holder,
                part.firstTick() + segment().firstTick(page));
    }

    /// Returns the number of the first tick at or after `timeNs`, or the number of ticks.
    long indexOf(long timeNs) {
        try {
            return cursor().indexOf(timeNs);
        } catch (SegmentDamagedException e) {
            part.remakeOnce();
            return searchPage(segment().firstPageFrom(timeNs), timeNs);
        }
    }

    private long searchPage(int index, long timeNs) {
        try (PageLease lease = lease(index, HOLDER)) {
            TickPage page = lease.page();
            int low = 0;
            while (low < page.count() && page.timeNs(low) < timeNs) {
                low++;
            }
            return segment().firstTick(index) + low;
        }
    }

    /// Returns the time of a tick.
    long timeNs(long tick) {
        try {
            return cursor().timeNs(tick);
        } catch (SegmentDamagedException e) {
            part.remakeOnce();
            int index = segment().pageOf(tick);
            try (PageLease lease = lease(index, HOLDER)) {
                return lease.page().timeNs((int) (tick - segment().firstTick(index)));
            }
        }
    }

    /// Adds ticks number `from` to `to` (exclusive) to `into`.
    void add(long from, long to, TickCell into) {
        TickCell run = new TickCell();
        try {
            cursor().add(from, to, run);
        } catch (SegmentDamagedException e) {
            part.remakeOnce();
            run.clear();
            addPages(from, to, run);
        }
        into.add(run);
    }

    private void addPages(long from, long to, TickCell into) {
        SegmentFile segment = segment();
        for (long at = from; at < to; ) {
            int index = segment.pageOf(at);
            long start = segment.firstTick(index);
            long end = Math.min(to, segment.firstTick(index + 1));
            if (at == start && end == segment.firstTick(index + 1)) {
                into.add(segment.cells(0).get(index));
            } else {
                try (PageLease lease = lease(index, HOLDER)) {
                    into.add(lease.page(), (int) (at - start), (int) (end - start));
                }
            }
            at = end;
        }
    }

    /// Hands the cells within a page to `to`, or the cell of all of it where those are damaged.
    void forEachCell(int page, boolean eights, SegmentCursor.CellConsumer to) {
        try {
            cursor().forEachCell(page, eights, to);
        } catch (SegmentDamagedException e) {
            part.remakeOnce();
            to.accept(segment().cells(0).get(page));
        }
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
