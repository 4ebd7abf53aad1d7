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
    /// The latest exit bar of the trades below each node of a binary tree, the root at 1, those of node `n` at `2n`
    /// and `2n + 1`, the trades at `leaves` and following: finds trades that reach into a window among any number.
    private final int[] latestExitBar;

    private final int leaves;

    TradeSet(TradeMarks marks) {
        this.marks = marks;
        entryBar = new int[marks.size()];
        exitBar = new int[marks.size()];
        leaves = 2 * Math.max(1, Integer.highestOneBit(marks.size()));
        latestExitBar = new int[2 * leaves];
        Arrays.fill(entryBar, -1);
        Arrays.fill(exitBar, -1);
        Arrays.fill(latestExitBar, -1);
    }

    /// Finds the bars of the trades that lie at or after bar `fromBar`, the others having been found before.
    void locate(BarTimes times, int fromBar) {
        for (int rank = 0; rank < entryBar.length; rank++) {
            if (exitBar[rank] >= fromBar || exitBar[rank] < 0) {
                TradeMarker trade = trade(rank);
                entryBar[rank] = Math.max(0, times.indexAtOrBefore(trade.entryTimeNs()));
                exitBar[rank] = Math.max(0, times.indexAtOrBefore(trade.exitTimeNs()));
            }
            latestExitBar[leaves + rank] = exitBar[rank];
        }
        for (int node = leaves - 1; node > 0; node--) {
            latestExitBar[node] = Math.max(latestExitBar[2 * node], latestExitBar[2 * node + 1]);
        }
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
        int node = leaves + end;
        do {
            while (node % 2 == 0) {
                node /= 2;
            }
            if (node == 1) {
                return -1;
            }
            node--;
        } while (latestExitBar[node] < bar);
        while (node < leaves) {
            node = 2 * node + 1;
            if (latestExitBar[node] < bar) {
                node--;
            }
        }
        return node - leaves;
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
