package ai.backtestr.data.segment;

import java.util.ArrayList;
import java.util.List;

/// The upper levels of a segment's pyramid: cells of 1, 8, 64 ... pages. They follow from the directory, so they
/// are put together when the segment is opened rather than stored. Immutable.
final class CellLevels {
    private final List<List<TickCell>> levels = new ArrayList<>();

    /// Stacks cells on those of the pages.
    CellLevels(List<TickCell> pages) {
        levels.add(pages);
        while (levels.getLast().size() > 1) {
            levels.add(merged(levels.getLast()));
        }
    }

    private static List<TickCell> merged(List<TickCell> finer) {
        List<TickCell> coarser = new ArrayList<>();
        for (int i = 0; i < finer.size(); i += PageTable.FACTOR) {
            TickCell cell = new TickCell();
            finer.subList(i, Math.min(i + PageTable.FACTOR, finer.size())).forEach(cell::add);
            coarser.add(cell);
        }
        return coarser;
    }

    /// Adds pages `from` to `to` (exclusive) to `into`.
    ///
    /// @return how many cells were read
    int add(int from, int to, TickCell into) {
        int read = 0;
        int page = from;
        while (page < to) {
            int level = 0;
            int pages = 1;
            while (page % (pages * PageTable.FACTOR) == 0 && page + pages * PageTable.FACTOR <= to) {
                pages *= PageTable.FACTOR;
                level++;
            }
            into.add(levels.get(level).get(page / pages));
            page += pages;
            read++;
        }
        return read;
    }

    /// Returns the cells of a level, 0 being the pages' own; above the top there are none.
    List<TickCell> level(int level) {
        return level < levels.size() ? levels.get(level) : List.of();
    }

    /// Returns how many levels there are.
    int count() {
        return levels.size();
    }
}
