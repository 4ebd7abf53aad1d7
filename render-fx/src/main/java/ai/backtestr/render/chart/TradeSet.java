package ai.backtestr.render.chart;

import java.util.Arrays;

/// The trades of a chart, in the order of their entries, with the bars they lie on. Ranks and indices are those of
/// [TradeMarks].
///
/// Threads: confined to one, the FX thread.
final class TradeSet {
    private final TradeMarks marks;
    private final int[] entryBar;
    private final int[] exitBar;
    private final LatestExits exits;

    TradeSet(TradeMarks marks) {
        this.marks = marks;
        entryBar = new int[marks.size()];
        exitBar = new int[marks.size()];
        exits = new LatestExits(marks.size());
        Arrays.fill(entryBar, -1);
        Arrays.fill(exitBar, -1);
    }

    /// Finds the bars of the trades that lie at or after bar `fromBar`, the others having been found before.
    void locate(BarTimes times, int fromBar) {
        for (int rank = 0; rank < entryBar.length; rank++) {
            if (exitBar[rank] >= fromBar || exitBar[rank] < 0) {
                TradeMarker trade = trade(rank);
                entryBar[rank] = Math.max(0, times.indexAtOrBefore(trade.entryTimeNs()));
                exitBar[rank] = Math.max(0, times.indexAtOrBefore(trade.exitTimeNs()));
            }
            exits.set(rank, exitBar[rank]);
        }
        exits.update();
    }

    /// Finds bars by time.
    @FunctionalInterface
    interface BarTimes {
        int indexAtOrBefore(long timeNs);
    }

    /// Returns the first rank whose entry is at or after `bar`.
    int firstEnteredAt(int bar) {
        return firstAtLeast(entryBar, bar);
    }

    /// Returns the greatest rank below `end` whose trade is closed at `bar` or later, -1 if there is none.
    int lastReaching(int end, int bar) {
        return exits.lastReaching(end, bar);
    }

    private static int firstAtLeast(int[] ascending, int bar) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < bar) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double profitBetween(int fromRank, int toRank) {
        return marks.profitBetween(fromRank, toRank);
    }

    TradeMarker trade(int rank) {
        return marks.trade(rank);
    }

    int index(int rank) {
        return marks.index(rank);
    }

    int rank(int index) {
        return marks.rank(index);
    }

    int entryBar(int rank) {
        return entryBar[rank];
    }

    int exitBar(int rank) {
        return exitBar[rank];
    }

    int size() {
        return entryBar.length;
    }
}
