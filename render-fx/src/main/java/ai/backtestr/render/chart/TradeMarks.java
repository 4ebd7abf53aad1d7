package ai.backtestr.render.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Trades made ready to be drawn: in the order of their entries, with sums of what they earned. *Rank* is a place
/// in that order; the *index* of a trade is its place in the list it came in.
///
/// Sorting a million trades takes a good part of a second, so that [#of] is to be called away from the FX thread
/// where there can be many. Immutable; any thread.
public final class TradeMarks {
    /// No trades.
    public static final TradeMarks NONE = of(List.of());

    private final TradeMarker[] byEntry;
    private final int[] indexByRank;
    private final int[] rankByIndex;
    private final double[] profitBefore;
    private final LatestExits exitsNs;

    private TradeMarks(TradeMarker[] trades) {
        int size = trades.length;
        indexByRank = isSorted(trades)
                ? IntStream.range(0, size).toArray()
                : IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> trades[i].entryTimeNs()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        rankByIndex = new int[size];
        byEntry = new TradeMarker[size];
        profitBefore = new double[size + 1];
        exitsNs = new LatestExits(size);
        for (int rank = 0; rank < size; rank++) {
            TradeMarker trade = trades[indexByRank[rank]];
            byEntry[rank] = trade;
            rankByIndex[indexByRank[rank]] = rank;
            profitBefore[rank + 1] = profitBefore[rank] + trade.profit();
            exitsNs.set(rank, trade.exitTimeNs());
        }
        exitsNs.update();
    }

    private static boolean isSorted(TradeMarker[] trades) {
        for (int i = 1; i < trades.length; i++) {
            if (trades[i].entryTimeNs() < trades[i - 1].entryTimeNs()) {
                return false;
            }
        }
        return true;
    }

    /// Makes trades ready. The list is copied.
    ///
    /// @param trades in any order
    public static TradeMarks of(List<TradeMarker> trades) {
        return new TradeMarks(trades.toArray(TradeMarker[]::new));
    }

    /// Returns how many there are.
    public int size() {
        return byEntry.length;
    }

    /// Returns them in the order in which they came.
    public List<TradeMarker> listed() {
        return Arrays.stream(rankByIndex).mapToObj(this::trade).toList();
    }

    TradeMarker trade(int rank) {
        return byEntry[rank];
    }

    int index(int rank) {
        return indexByRank[rank];
    }

    int rank(int index) {
        return rankByIndex[index];
    }

    double profitBetween(int fromRank, int toRank) {
        return profitBefore[toRank] - profitBefore[fromRank];
    }

    /// Returns the first rank whose entry is at or after `timeNs`.
    int firstEnteredAt(long timeNs) {
        int low = 0;
        int high = byEntry.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byEntry[middle].entryTimeNs() < timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Returns the greatest rank below `end` whose trade is closed at `timeNs` or later, -1 if there is none.
    int lastReaching(int end, long timeNs) {
        return exitsNs.lastReaching(end, timeNs);
    }
}
