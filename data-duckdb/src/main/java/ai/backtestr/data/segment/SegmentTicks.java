package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;

/// The ticks of one segment from a time up to another, page by page, and their digest. Used by one thread.
public final class SegmentTicks implements AutoCloseable {
    private final SegmentFile segment;
    private final SegmentFile.Cursor cursor;
    private final TickDigest digest;
    private final TickPage edge = new TickPage(TickPage.DEFAULT_CAPACITY);
    private final long fromNs;
    private final long toNs;
    private int next;

    /// Reads ticks with times from `fromNs` up to, but not including, `toNs`, and takes them into `digest`. The
    /// segment is closed with this.
    public SegmentTicks(SegmentFile segment, long fromNs, long toNs, TickDigest digest) {
        this.segment = segment;
        this.cursor = segment.cursor();
        this.digest = digest;
        this.fromNs = fromNs;
        this.toNs = toNs;
        next = segment.firstPageFrom(fromNs);
    }

    /// Replaces what `page` holds, which has room for [TickPage#DEFAULT_CAPACITY] ticks, by those that follow: one
    /// page of the segment or less.
    ///
    /// @return whether it holds any
    /// @throws SegmentDamagedException if they cannot be trusted; `page` is empty then
    public boolean fill(TickPage page) throws SegmentDamagedException {
        page.clear();
        while (page.count() == 0 && next < segment.pageCount() && segment.firstNs(next) < toNs) {
            take(next++, page);
        }
        return page.count() > 0;
    }

    private void take(int index, TickPage page) throws SegmentDamagedException {
        if (segment.firstNs(index) >= fromNs && segment.lastNs(index) < toNs) {
            cursor.decode(index, page);
            digest.add(segment.digest(index));
        } else {
            cursor.decode(index, edge);
            copyWithin(page);
            digest.add(page, 0, page.count());
        }
    }

    private void copyWithin(TickPage page) {
        for (int i = 0; i < edge.count(); i++) {
            long timeNs = edge.timeNs(i);
            if (timeNs >= fromNs && timeNs < toNs) {
                page.append(
                        timeNs,
                        edge.bidPrice(i),
                        edge.askPrice(i),
                        edge.bidQuantity(i),
                        edge.askQuantity(i),
                        edge.flagBits(i));
            }
        }
    }

    @Override
    public void close() {
        edge.close();
        segment.close();
    }
}
