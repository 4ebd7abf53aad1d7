package ai.backtestr.render.table;

import java.util.Arrays;
import java.util.List;

/// Orders rows by the keys of columns. The keys of a column are read once each; rows with equal keys keep the order
/// of the source, whichever the direction.
final class RowSorter {
    /// One column to sort by.
    ///
    /// @param column whose keys
    /// @param descending whether the largest comes first
    record Criterion(TradeColumn column, boolean descending) {}

    private RowSorter() {}

    /// Returns all rows, ordered by the first criterion, then by the second, and so on.
    static int[] order(TradeRows rows, List<Criterion> criteria) {
        int count = rows.count();
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        // Sorting stably by the least important criterion first leaves the most important one in charge.
        for (Criterion criterion : criteria.reversed()) {
            sort(order, new int[count], keys(rows, criterion), 0, count);
        }
        return order;
    }

    private static long[] keys(TradeRows rows, Criterion criterion) {
        long[] keys = new long[rows.count()];
        // The complement reverses the order of all longs, the smallest included, which negation does not.
        Arrays.setAll(keys, row -> {
            long key = criterion.column().key(rows, row);
            return criterion.descending() ? ~key : key;
        });
        return keys;
    }

    /// Merge sort over `int`, since the library sorts by a key only what is boxed.
    private static void sort(int[] order, int[] spare, long[] keys, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, keys, from, middle);
        sort(order, spare, keys, middle, to);
        if (keys[order[middle - 1]] <= keys[order[middle]]) {
            return;
        }
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || (left < middle && keys[spare[left]] <= keys[spare[right]]);
            order[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }
}
