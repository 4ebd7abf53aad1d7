package ai.backtestr.data.segment;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.tick.TickPage;
import org.jspecify.annotations.Nullable;

/// The ticks of one segment from a time up to another, page by page, and their digest. Used by one thread.
public final class SegmentTicks implements AutoCloseable {
    private final SegmentFile segment;
    private final SegmentCursor cursor;
    private final TickDigest digest;
    private @Nullable TickPage edge;
    private final long fromNs;
    private final long toNs;
    private int next;
    private int edgeNext;
    private int edgeEnd;

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

    /// Replaces what `page` holds by ticks that follow: one page of the segment or less.
    ///
    /// @return whether it holds any
    /// @throws SegmentDamagedException if they cannot be trusted; `page` is empty then
    public boolean fill(TickPage page) throws SegmentDamagedException {
        page.clear();
        while (page.count() == 0 && (edgeNext < edgeEnd || hasNextPage())) {
            if (edgeNext == edgeEnd) {
                takePage(next++, page);
            }
            handOutEdge(page);
        }
        return page.count() > 0;
    }

    private boolean hasNextPage() {
        return next < segment.pageCount() && segment.firstNs(next) < toNs;
    }

    /// Decodes straight into `page` what is wanted whole, else aside.
    private void takePage(int index, TickPage page) throws SegmentDamagedException {
        boolean isWhole = segment.firstNs(index) >= fromNs && segment.lastNs(index) < toNs;
        if (isWhole && page.capacity() >= TickPage.DEFAULT_CAPACITY) {
            cursor.decode(index, page);
            digest.add(segment.digest(index));
            return;
        }
        TickPage edge = edge();
        cursor.decode(index, edge);
        edgeNext = 0;
        edgeEnd = edge.count();
        while (edgeNext < edgeEnd && edge.timeNs(edgeNext) < fromNs) {
            edgeNext++;
        }
        while (edgeEnd > edgeNext && edge.timeNs(edgeEnd - 1) >= toNs) {
            edgeEnd--;
        }
    }

    private TickPage edge() {
        TickPage page = edge == null ? new TickPage(TickPage.DEFAULT_CAPACITY) : edge;
        edge = page;
        return page;
    }

    private void handOutEdge(TickPage page) {
        if (edgeNext == edgeEnd) {
            return;
        }
        TickPage edge = edge();
        int first = edgeNext;
        for (; edgeNext < edgeEnd && !page.isFull(); edgeNext++) {
            page.append(
                    edge.timeNs(edgeNext),
                    edge.bidPrice(edgeNext),
                    edge.askPrice(edgeNext),
                    edge.bidQuantity(edgeNext),
                    edge.askQuantity(edgeNext),
                    edge.flagBits(edgeNext));
        }
        digest.add(edge, first, edgeNext);
    }

    @Override
    public void close() {
        if (edge != null) {
            edge.close();
        }
        cursor.close();
        segment.close();
    }
}
