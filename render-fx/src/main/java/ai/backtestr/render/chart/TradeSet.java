package ai.backtestr.render.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The trades of a chart, in the order of their entries, with the bars they lie on. *Rank* is a place in that
/// order; the *index* of a trade is its place in the list it came in.
///
/// Threads: confined to one, the FX thread.
final class TradeSet {
    private final List<TradeMarker> trades;
    private final int[] indexByRank;
    private final int[] rankByIndex;
    private final int[] entryBar;
    private final int[] exitBar;
    /// The latest exit bar among the ranks so far: tells how far back a trade can reach into the window.
    private final int[] latestExitBar;

    private final double[] profitBefore;

    TradeSet(List<TradeMarker> trades) {
        this.trades = List.copyOf(trades);
        int size = this.trades.size();
        indexByRank = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(i -> this.trades.get(i).entryTimeNs()))
                .mapToInt(Integer::intValue)
                .toArray();
        rankByIndex = new int[size];
        entryBar = new int[size];
        exitBar = new int[size];
        latestExitBar = new int[size];
        profitBefore = new double[size + 1];
        for (int rank = 0; rank < size; rank++) {
            rankByIndex[indexByRank[rank]] = rank;
            profitBefore[rank + 1] = profitBefore[rank] + trade(rank).profit();
        }
        Arrays.fill(entryBar, -1);
        Arrays.fill(exitBar, -1);
    }

    /// Finds the bars of the trades that lie at or after bar `fromBar`, the others having been found before.
    void locate(BarTimes times, int fromBar) {
        int latest = -1;
        for (int rank = 0; rank < entryBar.length; rank++) {
            if (exitBar[rank] >= fromBar || exitBar[rank] < 0) {
                TradeMarker trade = trade(rank);
                entryBar[rank] = Math.max(0, times.indexAtOrBefore(trade.entryTimeNs()));
                exitBar[rank] = Math.max(0, times.indexAtOrBefore(trade.exitTimeNs()));
            }
            latest = Math.max(latest, exitBar[rank]);
            latestExitBar[rank] = latest;
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

    /// Returns the first rank that can reach bar `bar` or beyond: all before it were closed earlier.
    int firstReaching(int bar) {
        return firstAtLeast(latestExitBar, bar);
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
        return profitBefore[toRank] - profitBefore[fromRank];
    }

    TradeMarker trade(int rank) {
        return trades.get(indexByRank[rank]);
    }

    int index(int rank) {
        return indexByRank[rank];
    }

    int rank(int index) {
        return rankByIndex[index];
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
