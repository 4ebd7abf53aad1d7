package ai.backtestr.data.segment;

import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Reads a segment for one thread: whole pages, single moments, and what any run of ticks comes to. Of a page
/// only the groups that are needed are decoded. Ticks are counted from 0 within the segment.
public final class SegmentCursor implements AutoCloseable {
    private static final int NONE = -1;

    private final SegmentFile segment;
    private final PageDecoder decoder = new PageDecoder();
    private final TickCell cell = new TickCell();
    // Two of each: a run of ticks has two ends, and the end of one is the start of the next.
    private final MemorySegment[] pages = {MemorySegment.NULL, MemorySegment.NULL};
    private final int[] pageIndex = {NONE, NONE};
    private final @Nullable TickPage[] prices = {null, null};
    private final long[] pricesOf = {NONE, NONE};
    private int lastPage;
    private int lastPrices;
    private long cellsRead;
    private long groupsDecoded;

    SegmentCursor(SegmentFile segment) {
        this.segment = segment;
    }

    /// Returns the segment it reads.
    public SegmentFile segment() {
        return segment;
    }

    /// Replaces what `into` holds, which has room for [TickPage#DEFAULT_CAPACITY] ticks, by page `index`.
    ///
    /// @throws SegmentDamagedException if its bytes do not match their checksums; `into` is empty then
    public void decode(int index, TickPage into) throws SegmentDamagedException {
        long startNs = System.nanoTime();
        into.clear();
        MemorySegment bytes = segment.page(index);
        int ticks = segment.ticks(index);
        for (int group = 0, from = 0; from < ticks; group++, from += PageTable.GROUP) {
            int count = Math.min(PageTable.GROUP, ticks - from);
            decoder.decode(segment.group(bytes, index, group), count, into, from);
        }
        into.setCount(ticks);
        segment.tookToRead(System.nanoTime() - startNs);
    }

    /// Returns the number of the first tick at or after `timeNs`, or the number of ticks if there is none.
    ///
    /// @throws SegmentDamagedException if what was read on the way there does not match its checksum
    public long indexOf(long timeNs) throws SegmentDamagedException {
        int found = segment.firstPageFrom(timeNs);
        if (found == segment.pageCount() || segment.firstNs(found) >= timeNs) {
            return segment.firstTick(found);
        }
        int group = PageTable.firstGroupFrom(page(found), segment.ticks(found), timeNs);
        long groupStart = segment.firstTick(found) + (long) group * PageTable.GROUP;
        PageTable.readGroup(page(found), group, cell);
        if (cell.firstNs() >= timeNs) {
            return groupStart;
        }
        TickPage ticks = group(found, group);
        int low = 0;
        int high = ticks.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ticks.timeNs(middle) < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return groupStart + low;
    }

    /// Returns the time of tick number `tick`, nanoseconds since the epoch, UTC.
    ///
    /// @throws SegmentDamagedException if what was read on the way there does not match its checksum
    public long timeNs(long tick) throws SegmentDamagedException {
        int index = segment.pageOf(tick);
        int inPage = (int) (tick - segment.firstTick(index));
        return group(index, inPage / PageTable.GROUP).timeNs(inPage % PageTable.GROUP);
    }

    /// Adds ticks number `from` to `to` (exclusive) to `into`, from the coarsest cells that fit, and from ticks
    /// at the two ends.
    ///
    /// @throws SegmentDamagedException if what is needed does not match its checksum; `into` is in no known state
    public void add(long from, long to, TickCell into) throws SegmentDamagedException {
        if (from >= to) {
            return;
        }
        int first = segment.pageOf(from);
        int last = segment.pageOf(to - 1);
        int wholeFrom = first;
        if (from > segment.firstTick(first) || (first == last && to < segment.firstTick(first + 1))) {
            addInPage(first, from, Math.min(to, segment.firstTick(first + 1)), into);
            wholeFrom++;
        }
        boolean endsWithin = last >= wholeFrom && to < segment.firstTick(last + 1);
        cellsRead += segment.levels().add(wholeFrom, endsWithin ? last : last + 1, into);
        if (endsWithin) {
            addInPage(last, segment.firstTick(last), to, into);
        }
    }

    private void addInPage(int index, long from, long to, TickCell into) throws SegmentDamagedException {
        int ticks = segment.ticks(index);
        int end = (int) (to - segment.firstTick(index));
        int at = (int) (from - segment.firstTick(index));
        while (at < end) {
            int group = at / PageTable.GROUP;
            int groupStart = group * PageTable.GROUP;
            int groupEnd = Math.min(groupStart + PageTable.GROUP, ticks);
            int eightEnd = Math.min(groupStart + PageTable.FACTOR * PageTable.GROUP, ticks);
            if (at > groupStart || groupEnd > end) {
                int until = Math.min(groupEnd, end);
                into.addPrices(group(index, group), at - groupStart, until - groupStart);
                at = until;
            } else if (group % PageTable.FACTOR == 0 && eightEnd <= end) {
                PageTable.readEight(page(index), ticks, group / PageTable.FACTOR, cell);
                at = addCell(into, eightEnd);
            } else {
                PageTable.readGroup(page(index), group, cell);
                at = addCell(into, groupEnd);
            }
        }
    }

    private int addCell(TickCell into, int end) {
        into.add(cell);
        cellsRead++;
        return end;
    }

    /// Hands the cells within a page to `to`, each time the same cell.
    ///
    /// @param eights whether those of eight groups, rather than of one
    /// @throws SegmentDamagedException if the head of the page does not match its checksum
    public void forEachCell(int index, boolean eights, CellConsumer to) throws SegmentDamagedException {
        MemorySegment bytes = page(index);
        int ticks = segment.ticks(index);
        int cells = eights ? PageTable.eights(ticks) : PageTable.groups(ticks);
        for (int i = 0; i < cells; i++) {
            if (eights) {
                PageTable.readEight(bytes, ticks, i, cell);
            } else {
                PageTable.readGroup(bytes, i, cell);
            }
            cellsRead++;
            to.accept(cell);
        }
    }

    private MemorySegment page(int index) throws SegmentDamagedException {
        if (pageIndex[lastPage] != index) {
            lastPage ^= 1;
            if (pageIndex[lastPage] != index) {
                pageIndex[lastPage] = NONE;
                pages[lastPage] = segment.page(index);
                pageIndex[lastPage] = index;
            }
        }
        return pages[lastPage];
    }

    /// Returns times, bids and asks of a group.
    private TickPage group(int index, int group) throws SegmentDamagedException {
        long wanted = segment.firstTick(index) + (long) group * PageTable.GROUP;
        if (pricesOf[lastPrices] != wanted) {
            lastPrices ^= 1;
        }
        TickPage into = prices[lastPrices] == null ? new TickPage(PageTable.GROUP) : prices[lastPrices];
        prices[lastPrices] = into;
        if (pricesOf[lastPrices] != wanted) {
            pricesOf[lastPrices] = NONE;
            int count = Math.min(PageTable.GROUP, segment.ticks(index) - group * PageTable.GROUP);
            decoder.decodePrices(segment.group(page(index), index, group), count, into, 0);
            into.setCount(count);
            pricesOf[lastPrices] = wanted;
            groupsDecoded++;
        }
        return into;
    }

    /// Returns how many cells of the pyramid were read so far.
    public long cellsRead() {
        return cellsRead;
    }

    /// Returns how many groups of 1 024 ticks were decoded so far, those of whole pages not counted.
    public long groupsDecoded() {
        return groupsDecoded;
    }

    @Override
    public void close() {
        for (TickPage group : prices) {
            if (group != null) {
                group.close();
            }
        }
    }

    /// Is shown cells.
    @FunctionalInterface
    public interface CellConsumer {
        /// Takes note of a cell, which is used again afterwards.
        void accept(TickCell cell);
    }
}
