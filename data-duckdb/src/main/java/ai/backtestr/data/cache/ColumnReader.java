package ai.backtestr.data.cache;

import ai.backtestr.data.segment.SegmentFile;
import ai.backtestr.data.segment.TickCell;
import java.util.List;

/// Fills the columns of a chart from the pyramids of the parts. Used by one thread.
final class ColumnReader {
    /// Levels within a page: groups, and cells of eight groups.
    private static final int LEVELS_IN_PAGE = 2;

    private static final int CELLS_A_COLUMN = 2;
    private static final long GROUPS_A_PAGE = 64;
    private static final int FACTOR = 8;

    private final List<PartView> parts;
    private final TickCell cell = new TickCell();

    ColumnReader(List<PartView> parts) {
        this.parts = parts;
    }

    /// Fills columns, which know when each of them begins.
    void exact(TickColumns into) {
        long fromNs = into.startNs(0);
        long toNs = into.startNs(into.size());
        for (PartView part : parts) {
            SegmentFile segment = part.segment();
            if (overlaps(segment, fromNs, toNs)) {
                fill(part, segment, fromNs, toNs, into);
            }
        }
    }

    private static boolean overlaps(SegmentFile segment, long fromNs, long toNs) {
        return segment.lastNs(segment.pageCount() - 1) >= fromNs && segment.firstNs(0) < toNs;
    }

    private void fill(PartView part, SegmentFile segment, long fromNs, long toNs, TickColumns into) {
        long lastNs = segment.lastNs(segment.pageCount() - 1);
        int column = into.columnOf(Math.max(fromNs, segment.firstNs(0)));
        int lastColumn = lastNs < toNs ? into.columnOf(lastNs) : into.size() - 1;
        segment.boundsSoon(into::startNs, column, lastColumn + 1);
        long from = part.indexOf(into.startNs(column));
        for (; column <= lastColumn; column++) {
            long to = part.indexOf(into.startNs(column + 1));
            if (to > from) {
                cell.clear();
                part.add(from, to, cell);
                into.add(column, cell);
            }
            from = to;
        }
    }

    void coarse(TickColumns into) {
        long fromNs = into.startNs(0);
        long toNs = into.startNs(into.size());
        int level = levelFor(fromNs, toNs, into.size());
        for (PartView part : parts) {
            SegmentFile segment = part.segment();
            if (overlaps(segment, fromNs, toNs)) {
                addCells(part, segment, level, fromNs, toNs, into);
            }
        }
    }

    /// Returns the finest level with no more than a few cells a column, 0 for groups.
    private int levelFor(long fromNs, long toNs, int columns) {
        long cells = 0;
        for (PartView part : parts) {
            SegmentFile segment = part.segment();
            if (overlaps(segment, fromNs, toNs)) {
                int last = Math.min(segment.firstPageFrom(toNs), segment.pageCount() - 1);
                cells += (last - segment.firstPageFrom(fromNs) + 1) * GROUPS_A_PAGE;
            }
        }
        int level = 0;
        while (cells > (long) CELLS_A_COLUMN * columns && level < Long.SIZE) {
            cells /= FACTOR;
            level++;
        }
        return level;
    }

    private static void addCells(
            PartView part, SegmentFile segment, int level, long fromNs, long toNs, TickColumns into) {
        int first = segment.firstPageFrom(fromNs);
        int end = Math.min(segment.firstPageFrom(toNs) + 1, segment.pageCount());
        if (level < LEVELS_IN_PAGE) {
            segment.headsSoon(first, end);
            for (int page = first; page < end; page++) {
                part.forEachCell(page, level > 0, cell -> add(cell, fromNs, toNs, into));
            }
            return;
        }
        int above = Math.min(level - LEVELS_IN_PAGE, segment.levelCount() - 1);
        int pages = 1 << (3 * above);
        List<TickCell> cells = segment.cells(above);
        for (int i = first / pages; i <= (end - 1) / pages; i++) {
            add(cells.get(i), fromNs, toNs, into);
        }
    }

    private static void add(TickCell cell, long fromNs, long toNs, TickColumns into) {
        if (cell.lastNs() >= fromNs && cell.firstNs() < toNs) {
            int last = into.columnOf(Math.min(cell.lastNs(), toNs - 1));
            for (int column = into.columnOf(Math.max(cell.firstNs(), fromNs)); column <= last; column++) {
                into.add(column, cell);
            }
        }
    }
}
